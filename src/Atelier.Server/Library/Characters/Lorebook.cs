using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Atelier.Library.Cards;
using Atelier.Library.Cards.Lore;

namespace Atelier.Library.Characters;

/// <summary>What a character knows when it is talked about.</summary>
/// <param name="ScanDepth">How many of the newest messages are looked at.</param>
/// <param name="TokenBudget">The least important entries are left out when all together are longer.</param>
/// <param name="RecursiveScanning">Entries may call other entries.</param>
public sealed record Lorebook(
    [property: MaxLength(1_000)] IReadOnlyList<LorebookEntry> Entries,
    [property: StringLength(200)] string? Name = null,
    [property: StringLength(10_000)] string? Description = null,
    [property: Range(0, 10_000)] int? ScanDepth = null,
    [property: Range(0, 1_000_000)] int? TokenBudget = null,
    bool RecursiveScanning = false
)
{
    internal static Lorebook? Of(CharacterCard card) =>
        card.Book is not { } book
            ? null
            : new(
                [.. EntriesOf(book).Select(LorebookEntry.Of)],
                CardJson.Text(book["name"]),
                CardJson.Text(book["description"]),
                Whole(book["scan_depth"]),
                Whole(book["token_budget"]),
                CardJson.Flag(book["recursive_scanning"]) is true
            );

    /// <summary>What an entry has that nobody knows here stays with it as long as the entry is there.</summary>
    internal void WriteTo(CharacterCard card)
    {
        if (card.Data["character_book"] is not JsonObject book)
            card.Data["character_book"] = book = new JsonObject { ["extensions"] = new JsonObject() };
        Set(book, "name", Name);
        Set(book, "description", Description);
        Set(book, "scan_depth", ScanDepth);
        Set(book, "token_budget", TokenBudget);
        book["recursive_scanning"] = RecursiveScanning;
        var before = EntriesOf(book).Index().ToLookup(entry => LoreEntry.Of(entry.Item, entry.Index).Identity);
        var entries = new JsonArray();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            var known = entry.Id is { } id && used.Add(id) ? before[id].Select(one => one.Item).FirstOrDefault() : null;
            var written = known?.DeepClone().AsObject() ?? new JsonObject { ["extensions"] = new JsonObject() };
            entry.WriteTo(written);
            entries.Add(written);
        }
        book["entries"] = entries;
    }

    internal static IEnumerable<JsonObject> EntriesOf(JsonObject book) =>
        (book["entries"] as JsonArray ?? []).OfType<JsonObject>();

    internal static int? Whole(JsonNode? node) =>
        CardJson.Number(node) is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    private static void Set(JsonObject book, string field, JsonNode? value)
    {
        if (value is null)
            book.Remove(field);
        else
            book[field] = value;
    }
}

/// <param name="Id">As the card has it; an entry without one is known by its place.</param>
/// <param name="SecondaryKeys">One of them must be there too, where the entry is selective.</param>
/// <param name="Content">May begin with decorators, such as <c>@@depth 4</c>.</param>
/// <param name="InsertionOrder">The lower stands first.</param>
/// <param name="Priority">The lower is left out first.</param>
/// <param name="Position">before_char or after_char.</param>
public sealed record LorebookEntry(
    [property: MaxLength(200)] IReadOnlyList<string> Keys,
    [property: StringLength(CardFields.LongestText)] string Content,
    [property: StringLength(200)] string? Id = null,
    [property: StringLength(200)] string? Name = null,
    [property: StringLength(10_000)] string? Comment = null,
    [property: MaxLength(200)] IReadOnlyList<string>? SecondaryKeys = null,
    bool Enabled = true,
    bool Constant = false,
    bool Selective = false,
    bool UseRegex = false,
    bool? CaseSensitive = null,
    int InsertionOrder = 100,
    int? Priority = null,
    [property: RegularExpression("before_char|after_char")] string? Position = null
)
{
    internal static LorebookEntry Of(JsonObject entry, int index) =>
        new(
            CardJson.Texts(entry["keys"]),
            CardJson.Text(entry["content"]) ?? "",
            LoreEntry.Of(entry, index).Identity,
            CardJson.Text(entry["name"]),
            CardJson.Text(entry["comment"]),
            CardJson.Texts(entry["secondary_keys"]),
            CardJson.Flag(entry["enabled"]) is not false,
            CardJson.Flag(entry["constant"]) is true,
            CardJson.Flag(entry["selective"]) is true,
            CardJson.Flag(entry["use_regex"]) is true,
            CardJson.Flag(entry["case_sensitive"]),
            Lorebook.Whole(entry["insertion_order"]) ?? 100,
            Lorebook.Whole(entry["priority"]),
            CardJson.Text(entry["position"]) is "before_char" or "after_char" ? CardJson.Text(entry["position"]) : null
        );

    internal void WriteTo(JsonObject entry)
    {
        if (Id is { } id && !id.StartsWith('#') && entry["id"] is null)
            entry["id"] = id;
        entry["keys"] = List(Keys);
        entry["content"] = Content;
        Set(entry, "name", Name);
        Set(entry, "comment", Comment);
        if (SecondaryKeys is { Count: > 0 } || entry.ContainsKey("secondary_keys"))
            entry["secondary_keys"] = List(SecondaryKeys ?? []);
        entry["enabled"] = Enabled;
        entry["constant"] = Constant;
        entry["selective"] = Selective;
        entry["use_regex"] = UseRegex;
        Set(entry, "case_sensitive", CaseSensitive);
        entry["insertion_order"] = InsertionOrder;
        Set(entry, "priority", Priority);
        if (Position is not null)
            entry["position"] = Position;
    }

    private static JsonArray List(IReadOnlyList<string> keys) => new([.. keys.Select(key => (JsonNode)key)]);

    private static void Set(JsonObject entry, string field, JsonNode? value)
    {
        if (value is null)
            entry.Remove(field);
        else
            entry[field] = value;
    }
}
