using System.Text.Json.Nodes;
using Atelier.Library.Cards;
using Atelier.Library.Cards.Lore;
using Atelier.Library.Characters;

namespace Atelier.Library.Talk;

/// <summary>
/// A character as a chat knows it. Where the chat has a horizon, sentences that the card has from later chapters are left
/// out; what its author wrote is the author's to judge.
/// </summary>
internal sealed class Persona
{
    private readonly Character _character;
    private readonly int? _horizon;

    public Persona(Character character, int? horizon)
    {
        (_character, _horizon) = (character, horizon);
        Card = CharacterCard.Parse(character.Card);
        if (horizon is null)
            return;
        foreach (var field in new[] { "description", "personality", "first_mes", "mes_example" })
            if (IsWritten(field, Card[field]))
                Card[field] = field is "mes_example" ? Examples() : string.Join(' ', Known(field));
        if (IsWritten("alternate_greetings", CardJson.Write(Card.Data["alternate_greetings"] ?? new JsonArray())))
            Card.Data["alternate_greetings"] = new JsonArray([
                .. Known("alternate_greetings").Select(text => (JsonNode)text),
            ]);
        if (Card.Book?["entries"] is JsonArray entries)
            foreach (var entry in entries.OfType<JsonObject>())
                Bound(entry);
    }

    public CharacterCard Card { get; }

    public LoreBook Book => LoreBook.Of(Card.Book);

    /// <summary>The first message, then the others.</summary>
    public IReadOnlyList<string> Greetings => [Card.FirstMessage, .. Card.AlternateGreetings];

    private void Bound(JsonObject entry)
    {
        var field = $"lore:{CardJson.Text(entry["id"])}";
        if (IsWritten(field, CardJson.Text(entry["content"]) ?? ""))
            entry["content"] = string.Join(' ', Known(field));
    }

    private bool IsWritten(string field, string now) =>
        _character.Written.TryGetValue(field, out var then) && then == now;

    private IEnumerable<string> Known(string field) =>
        _character
            .Sources.Where(source => source.Field == field && source.Chapter <= _horizon)
            .Select(source => source.Text);

    private string Examples() =>
        string.Join('\n', Known("mes_example").Select(text => $"<START>\n{{{{char}}}}: {text}"));
}
