using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Library.Cards.Lore;

/// <summary>A lorebook as it is played; its JSON stays the truth.</summary>
internal sealed record LoreBook(int? ScanDepth, int? TokenBudget, bool Recursive, IReadOnlyList<LoreEntry> Entries)
{
    public static LoreBook Of(JsonObject? book) =>
        book is null
            ? new(null, null, false, [])
            : new(
                Whole(book["scan_depth"]),
                Whole(book["token_budget"]),
                CardJson.Flag(book["recursive_scanning"]) is true,
                [.. (book["entries"] as JsonArray ?? []).OfType<JsonObject>().Select(LoreEntry.Of)]
            );

    private static int? Whole(JsonNode? node) =>
        CardJson.Number(node) is { } number and >= 0 ? (int)Math.Min(number, int.MaxValue) : null;
}

internal sealed record LoreEntry(
    string Identity,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> SecondaryKeys,
    bool Enabled,
    bool Constant,
    bool UseRegex,
    bool CaseSensitive,
    double Order,
    double Priority,
    bool AfterCharacter,
    Decorators Decorators
)
{
    public static LoreEntry Of(JsonObject entry, int index)
    {
        var order = CardJson.Number(entry["insertion_order"]) ?? 100;
        return new(
            entry["id"] is JsonValue id ? $"{id}" : $"#{index}",
            CardJson.Texts(entry["keys"]),
            CardJson.Flag(entry["selective"]) is true ? CardJson.Texts(entry["secondary_keys"]) : [],
            CardJson.Flag(entry["enabled"]) is not false,
            CardJson.Flag(entry["constant"]) is true,
            CardJson.Flag(entry["use_regex"]) is true,
            CardJson.Flag(entry["case_sensitive"]) is true,
            order,
            CardJson.Number(entry["priority"]) ?? order,
            entry["position"] is JsonValue place && IsAfter(place),
            Decorators.Read(CardJson.Text(entry["content"]) ?? "")
        );
    }

    /// <summary>Some tools write the position as a number.</summary>
    private static bool IsAfter(JsonValue place) =>
        place.GetValueKind() == JsonValueKind.String
            ? CardJson.Text(place) == "after_char"
            : CardJson.Number(place) == 1;
}
