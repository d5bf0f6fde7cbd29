using System.Text.Json;
using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Facts;

/// <summary>What a page says about itself as JSON-LD of schema.org: the first thing in it that is a text with an author.</summary>
internal sealed class LinkedData
{
    private const int Longest = 500_000;
    private const int MostThings = 200;

    private static readonly string[] Articles =
    [
        "Article",
        "BlogPosting",
        "Posting",
        "Report",
        "Review",
        "Recipe",
        "HowTo",
        "WebPage",
    ];

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public string? Headline { get; private set; }
    public string? Author { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? Language { get; private set; }
    public string? Publisher { get; private set; }
    public string? Description { get; private set; }
    public int? Comments { get; private set; }

    public static LinkedData Of(IDocument document)
    {
        var data = new LinkedData();
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            var text = script.TextContent.Trim();
            if (
                text.StartsWith("<![CDATA[", StringComparison.Ordinal) && text.EndsWith("]]>", StringComparison.Ordinal)
            )
                text = text[9..^3];
            if (text.Length is 0 or > Longest)
                continue;
            try
            {
                using var json = JsonDocument.Parse(text, Lenient);
                data.Take(json.RootElement);
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                // Half of the web writes it by hand.
            }
        }
        return data;
    }

    private void Take(JsonElement root)
    {
        var things = new List<(JsonElement Thing, int Rank)>();
        Collect(root, things, 0);
        foreach (var (thing, _) in things.OrderBy(one => one.Rank))
        {
            Headline ??= Text(thing, "headline") ?? Text(thing, "name");
            Author ??= People(thing, "author") ?? People(thing, "creator");
            Published ??= Text(thing, "datePublished") ?? Text(thing, "dateCreated");
            Modified ??= Text(thing, "dateModified");
            Language ??= Text(thing, "inLanguage");
            Publisher ??= People(thing, "publisher");
            Description ??= Text(thing, "description");
            if (Comments is null && thing.TryGetProperty("commentCount", out var count))
                Comments = Number(count);
        }
    }

    private static void Collect(JsonElement element, List<(JsonElement Thing, int Rank)> things, int depth)
    {
        if (depth > 6 || things.Count >= MostThings)
            return;
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var one in element.EnumerateArray())
                Collect(one, things, depth + 1);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (RankOf(element) is { } rank)
            things.Add((element.Clone(), rank));
        foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner))
                Collect(inner, things, depth + 1);
    }

    private static int? RankOf(JsonElement thing)
    {
        if (!thing.TryGetProperty("@type", out var type))
            return null;
        var names = type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => type.EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.String)
                .Select(one => one.GetString()!)
                .ToArray(),
            _ => Array.Empty<string>(),
        };
        var ranks = names
            .Select(name => Array.FindIndex(Articles, article => name.EndsWith(article, StringComparison.Ordinal)))
            .Where(rank => rank >= 0)
            .ToList();
        return ranks.Count == 0 ? null : ranks.Min();
    }

    private static string? People(JsonElement thing, string name)
    {
        if (!thing.TryGetProperty(name, out var people))
            return null;
        var names = (people.ValueKind == JsonValueKind.Array ? [.. people.EnumerateArray()] : new[] { people })
            .Select(one =>
                one.ValueKind == JsonValueKind.String ? one.GetString()
                : one.ValueKind == JsonValueKind.Object ? Text(one, "name")
                : null
            )
            .Where(found => !string.IsNullOrWhiteSpace(found))
            .ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && text.Trim().Length > 0
            ? text.Trim()
            : null;

    private static int? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number
        : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out var written) && written >= 0
            ? written
        : null;
}
