using System.Text.Json;
using Atelier.Reading.Dates;
using Atelier.Reading.Safety;

namespace Atelier.Reading.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static FeedReading Read(string text, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return Read(document.RootElement, address);
        }
        catch (JsonException broken)
        {
            return new(null, $"It is JSON that breaks off or is wrong in line {broken.LineNumber + 1}.");
        }
        // Lone halves of characters are valid JSON and no text.
        catch (InvalidOperationException)
        {
            return new(null, "It is JSON whose text is no Unicode.");
        }
    }

    private static FeedReading Read(JsonElement root, Uri address)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("items", out var items)
            || items.ValueKind != JsonValueKind.Array
        )
            return new(null, "It is JSON, but no feed: it has no list of items.");
        var repairs = new List<string>();
        if (Text(root, "version")?.Contains("jsonfeed.org", StringComparison.Ordinal) != true)
            repairs.Add("It does not say which version of JSON Feed it is.");
        if (items.GetArrayLength() > FeedFields.MostEntries)
            repairs.Add(
                $"Only the first {FeedFields.MostEntries:N0} of {items.GetArrayLength():N0} entries were read."
            );
        return new(
            new(
                FeedKind.Json,
                Line(root, "title"),
                Address(root, "home_page_url", address),
                Text(root, "language"),
                [
                    .. items
                        .EnumerateArray()
                        .Where(item => item.ValueKind == JsonValueKind.Object)
                        .Take(FeedFields.MostEntries)
                        .Select(item => Entry(item, address)),
                ],
                repairs
            )
            {
                Description = Line(root, "description"),
                Author = Author(root),
                Self = Address(root, "feed_url", address),
                Next = Address(root, "next_url", address),
            },
            null
        );
    }

    private static FeedEntry Entry(JsonElement item, Uri address)
    {
        var (title, link) = (
            Line(item, "title"),
            Address(item, "url", address) ?? Address(item, "external_url", address)
        );
        var content =
            Text(item, "content_html")
            ?? (Text(item, "content_text") is { } plain ? System.Net.WebUtility.HtmlEncode(plain) : null);
        var summary = Text(item, "summary") is { } words ? System.Net.WebUtility.HtmlEncode(words) : null;
        return new(
            FeedFields.Id(Text(item, "id"), link, title, summary, content),
            link,
            title,
            Author(item),
            WebDate.Read(Text(item, "date_published")),
            WebDate.Read(Text(item, "date_modified")),
            summary,
            content,
            null,
            null
        );
    }

    private static string? Author(JsonElement owner)
    {
        if (owner.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array)
        {
            var names = several
                .EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => Line(one, "name"))
                .OfType<string>()
                .ToList();
            if (names.Count > 0)
                return string.Join(", ", names);
        }
        return owner.TryGetProperty("author", out var author)
            ? author.ValueKind switch
            {
                JsonValueKind.Object => Line(author, "name"),
                JsonValueKind.String => Line(owner, "author"),
                _ => null,
            }
            : null;
    }

    private static string? Line(JsonElement owner, string name) =>
        Text(owner, name) is { } text
        && ReaderText.Clean(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            is { Length: > 0 } line
            ? line
            : null;

    /// <summary>Ids are numbers in some feeds.</summary>
    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static Uri? Address(JsonElement owner, string name, Uri document) =>
        Text(owner, name) is { Length: > 0 and < 4096 } text
        && Uri.TryCreate(document, text.Trim(), out var address)
        && address.Scheme is "http" or "https"
            ? address
            : null;
}
