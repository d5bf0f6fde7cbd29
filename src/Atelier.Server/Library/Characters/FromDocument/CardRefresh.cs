using System.Text.Json.Nodes;
using Atelier.Library.Cards;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>
/// Writes a draft onto a card. What its author changed since the last time stays theirs: a field that differs from what
/// was written then, an entry of the lorebook that was edited, and one that was taken out.
/// </summary>
internal sealed class CardRefresh(CharacterCard card, IReadOnlyDictionary<string, string> before)
{
    private readonly Dictionary<string, string> _written = [];

    /// <summary>Fields whose sources still hold.</summary>
    private readonly HashSet<string> _ours = [];

    public (IReadOnlyList<SourcedSentence> Sources, IReadOnlyDictionary<string, string> Written) Apply(CardDraft draft)
    {
        foreach (var (field, text) in draft.Fields)
            if (Mine(field, card[field]))
                Write(field, text, () => card[field] = text);
        var greetings = CardJson.Write(new JsonArray([.. draft.Greetings.Select(text => (JsonNode)text)]));
        var now = CardJson.Write(card.Data["alternate_greetings"] ?? new JsonArray());
        if (Mine("alternate_greetings", now == "[]" ? "" : now))
            Write("alternate_greetings", greetings, () => card.Data["alternate_greetings"] = JsonNode.Parse(greetings));
        foreach (var entry in draft.Lore)
            Lore(entry);
        return ([.. draft.Sources.Where(source => _ours.Contains(source.Field))], _written);
    }

    private void Lore(LoreDraft draft)
    {
        var field = $"lore:{draft.Id}";
        if (card.Book is not { } book)
            card.Data["character_book"] = book = new JsonObject
            {
                ["extensions"] = new JsonObject(),
                ["entries"] = new JsonArray(),
            };
        if (book["entries"] is not JsonArray entries)
            book["entries"] = entries = [];
        var entry = entries.OfType<JsonObject>().FirstOrDefault(one => CardJson.Text(one["id"]) == draft.Id);
        if (entry is null && before.ContainsKey(field))
        {
            _written[field] = before[field]; // taken out, and it stays out
            return;
        }
        if (entry is null)
            entries.Add(entry = Begin(draft, entries.Count));
        if (Mine(field, CardJson.Text(entry["content"]) ?? ""))
            Write(field, draft.Content, () => entry["content"] = draft.Content);
    }

    private static JsonObject Begin(LoreDraft draft, int place) =>
        new()
        {
            ["id"] = draft.Id,
            ["name"] = draft.Name,
            ["keys"] = new JsonArray([.. draft.Keys.Select(key => (JsonNode)key)]),
            ["content"] = "",
            ["extensions"] = new JsonObject(),
            ["enabled"] = true,
            ["insertion_order"] = 10 + place,
            ["use_regex"] = false,
            ["constant"] = false,
        };

    /// <summary>Still as it was written, or never filled by anybody.</summary>
    private bool Mine(string field, string now)
    {
        if (now.Length == 0 && !before.ContainsKey(field))
            return true;
        if (before.TryGetValue(field, out var then) && then == now)
            return true;
        if (then is not null)
            _written[field] = then;
        return false;
    }

    private void Write(string field, string text, Action write)
    {
        write();
        _written[field] = text;
        _ours.Add(field);
    }
}
