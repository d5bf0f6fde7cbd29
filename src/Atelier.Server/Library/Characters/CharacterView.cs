using Atelier.Library.Cards;

namespace Atelier.Library.Characters;

/// <summary>A character as a list shows it.</summary>
/// <param name="DocumentId">The document it comes from.</param>
/// <param name="Person">Its number among that document's people.</param>
/// <param name="Avatar">Where its picture is; null while there is none.</param>
public sealed record CharacterSummary(
    Guid Id,
    Guid? ProjectId,
    string Name,
    Guid? DocumentId,
    int? Person,
    string? Avatar,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <param name="Sources">What the card says in words of its document, and where it stands there.</param>
/// <param name="Version">Whoever changes it says which one they saw.</param>
public sealed record CharacterView(
    Guid Id,
    Guid? ProjectId,
    string Name,
    string? Nickname,
    string Description,
    string Personality,
    string Scenario,
    string FirstMessage,
    string ExampleDialogue,
    string SystemPrompt,
    string PostHistoryInstructions,
    string CreatorNotes,
    string Creator,
    string CharacterVersion,
    IReadOnlyList<string> AlternateGreetings,
    IReadOnlyList<string> GroupOnlyGreetings,
    IReadOnlyList<string> Tags,
    Lorebook? Lorebook,
    Guid? DocumentId,
    int? Person,
    IReadOnlyList<SourcedSentence> Sources,
    string? Avatar,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal static class CharacterViews
{
    public static CharacterView ToView(this Character character)
    {
        var card = CharacterCard.Parse(character.Card);
        return new(
            character.Id,
            character.ProjectId,
            card.Name,
            card["nickname"] is { Length: > 0 } nickname ? nickname : null,
            card.Description,
            card.Personality,
            card.Scenario,
            card.FirstMessage,
            card.Examples,
            card.SystemPrompt,
            card.PostHistory,
            card["creator_notes"],
            card["creator"],
            card["character_version"],
            card.AlternateGreetings,
            CardJson.Texts(card.Data["group_only_greetings"]),
            card.Tags,
            Lorebook.Of(card),
            character.DocumentId,
            character.Person,
            character.Sources,
            AvatarOf(character.Id, character.AvatarSha256),
            character.Version,
            character.CreatedAt,
            character.UpdatedAt
        );
    }

    public static string? AvatarOf(Guid id, string? sha256) =>
        sha256 is null ? null : $"/api/v1/characters/{id}/avatar";
}
