using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Atelier.Library.Cards;

namespace Atelier.Library.Characters;

/// <summary>What a person writes about a character. What is absent stays as it is.</summary>
/// <param name="Nickname">What the character is called in talk; an empty one removes it.</param>
/// <param name="FirstMessage">How a chat begins.</param>
/// <param name="ExampleDialogue">Blocks that begin with &lt;START&gt;; lines begin with {{char}}: or {{user}}:.</param>
/// <param name="SystemPrompt">Takes the place of the studio's own where it is not empty; {{original}} puts that in.</param>
/// <param name="CreatorNotes">For people; never told to a model.</param>
/// <param name="Lorebook">The whole book; entries are known by their id.</param>
public record CardFields(
    [property: StringLength(CardFields.LongestText)] string? Description = null,
    [property: StringLength(200)] string? Nickname = null,
    [property: StringLength(CardFields.LongestText)] string? Personality = null,
    [property: StringLength(CardFields.LongestText)] string? Scenario = null,
    [property: StringLength(CardFields.LongestText)] string? FirstMessage = null,
    [property: StringLength(CardFields.LongestText)] string? ExampleDialogue = null,
    [property: StringLength(CardFields.LongestText)] string? SystemPrompt = null,
    [property: StringLength(CardFields.LongestText)] string? PostHistoryInstructions = null,
    [property: StringLength(CardFields.LongestText)] string? CreatorNotes = null,
    [property: StringLength(200)] string? Creator = null,
    [property: StringLength(200)] string? CharacterVersion = null,
    [property: MaxLength(100)] IReadOnlyList<string>? AlternateGreetings = null,
    [property: MaxLength(100)] IReadOnlyList<string>? GroupOnlyGreetings = null,
    [property: MaxLength(100)] IReadOnlyList<string>? Tags = null,
    Lorebook? Lorebook = null
)
{
    public const int LongestName = 200;
    public const int LongestText = 200_000;

    internal void WriteTo(CharacterCard card)
    {
        Text(card, "description", Description);
        Text(card, "personality", Personality);
        Text(card, "scenario", Scenario);
        Text(card, "first_mes", FirstMessage);
        Text(card, "mes_example", ExampleDialogue);
        Text(card, "system_prompt", SystemPrompt);
        Text(card, "post_history_instructions", PostHistoryInstructions);
        Text(card, "creator_notes", CreatorNotes);
        Text(card, "creator", Creator);
        Text(card, "character_version", CharacterVersion);
        if (Nickname is "")
            card.Data.Remove("nickname");
        else
            Text(card, "nickname", Nickname);
        List(card, "alternate_greetings", AlternateGreetings);
        List(card, "group_only_greetings", GroupOnlyGreetings);
        List(card, "tags", Tags);
        Lorebook?.WriteTo(card);
    }

    internal static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    private static void Text(CharacterCard card, string field, string? value)
    {
        if (value is not null)
            card[field] = value;
    }

    private static void List(CharacterCard card, string field, IReadOnlyList<string>? values)
    {
        if (values is not null)
            card.Data[field] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
    }
}
