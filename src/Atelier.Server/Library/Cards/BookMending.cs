using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards;

/// <summary>A lorebook as people's tools write it to one as V3 describes it.</summary>
internal sealed class BookMending(JsonObject book, List<CardWarning> warnings)
{
    public void Run()
    {
        Extensions(book);
        var entries = Entries();
        if (entries.Count > CardLimits.LoreEntries)
            throw new UnusableCard("card_too_large", "The lorebook has more than 5,000 entries.");
        foreach (var entry in entries.OfType<JsonObject>())
            Entry(entry);
        if (WithoutTwins(entries))
            Once(CardDeviation.LoreTwice, "The lorebook has entries twice; each counts once.");
    }

    /// <summary>Entries of a twin that this book does not have already.</summary>
    public static void Join(JsonObject book, JsonObject twin)
    {
        if (twin["entries"] is not JsonArray more)
            return;
        if (book["entries"] is not JsonArray entries)
            book["entries"] = entries = [];
        foreach (var entry in more.ToList())
            if (!entries.Any(known => JsonNode.DeepEquals(known, entry)))
                entries.Add(entry?.DeepClone());
    }

    private JsonArray Entries()
    {
        switch (book["entries"])
        {
            case JsonArray list:
                return list;
            case JsonObject byNumber:
                Once(CardDeviation.LoreIsObject, "The lorebook's entries are an object instead of a list.");
                var made = new JsonArray();
                foreach (var (_, entry) in byNumber.ToList())
                    made.Add(entry?.DeepClone());
                book["entries"] = made;
                return made;
            default:
                var none = new JsonArray();
                book["entries"] = none;
                return none;
        }
    }

    private void Entry(JsonObject entry)
    {
        Native(entry);
        Keys(entry, "keys");
        if (entry.ContainsKey("secondary_keys"))
            Keys(entry, "secondary_keys");
        Extensions(entry);
        if (CardJson.Text(entry["content"]) is null)
            entry["content"] = entry["content"] is JsonValue other ? other.ToString() : "";
        if (CardJson.Flag(entry["enabled"]) is null)
        {
            Once(CardDeviation.LoreWithoutSwitch, "Entries of the lorebook do not say whether they are on; they are.");
            entry["enabled"] = true;
        }
        if (CardJson.Number(entry["insertion_order"]) is null)
            entry["insertion_order"] = 100;
        if (CardJson.Flag(entry["use_regex"]) is null)
            entry["use_regex"] = false;
    }

    /// <summary>The names that SillyTavern's own world files use.</summary>
    private static void Native(JsonObject entry)
    {
        if (!entry.ContainsKey("keys") && entry["key"] is { } keys)
            entry["keys"] = keys.DeepClone();
        if (!entry.ContainsKey("secondary_keys") && entry["keysecondary"] is { } secondary)
            entry["secondary_keys"] = secondary.DeepClone();
        if (!entry.ContainsKey("insertion_order") && entry["order"] is { } order)
            entry["insertion_order"] = order.DeepClone();
        if (!entry.ContainsKey("enabled") && CardJson.Flag(entry["disable"]) is { } off)
            entry["enabled"] = !off;
        if (!entry.ContainsKey("id") && entry["uid"] is { } uid)
            entry["id"] = uid.DeepClone();
    }

    private void Keys(JsonObject entry, string field)
    {
        if (entry[field] is JsonArray list && list.All(key => CardJson.Text(key) is not null))
            return;
        IEnumerable<string> keys =
            CardJson.Text(entry[field]) is { } text
                ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : entry[field] is JsonArray mixed ? mixed.OfType<JsonValue>().Select(key => key.ToString())
            : [];
        if (entry[field] is not null)
            Once(CardDeviation.FieldOfWrongType, "Keys of the lorebook are not a list of texts.");
        entry[field] = new JsonArray([.. keys.Select(key => (JsonNode)key)]);
    }

    private void Extensions(JsonObject owner)
    {
        if (owner["extensions"] is JsonObject)
            return;
        Once(CardDeviation.BookWithoutExtensions, "The lorebook, or an entry of it, has no extensions.");
        owner["extensions"] =
            owner["extensions"] is { } odd && odd.GetValueKind() != JsonValueKind.Null
                ? new JsonObject { [CardMending.Kept] = odd.DeepClone() }
                : [];
    }

    private static bool WithoutTwins(JsonArray entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twins = entries.OfType<JsonObject>().Where(entry => !seen.Add(CardJson.Write(entry))).ToList();
        foreach (var twin in twins)
            entries.Remove(twin);
        return twins.Count > 0;
    }

    private void Once(CardDeviation kind, string detail)
    {
        if (warnings.All(warning => warning.Kind != kind || warning.Detail != detail))
            warnings.Add(new(kind, detail));
    }
}
