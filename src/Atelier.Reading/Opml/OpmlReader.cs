using Atelier.Reading.Encodings;
using Atelier.Reading.Markup;
using Atelier.Reading.Safety;

namespace Atelier.Reading.Opml;

/// <summary>Reads the list of feeds that readers export and import.</summary>
public static class OpmlReader
{
    private const int Largest = 10 * 1024 * 1024;
    private const int MostFeeds = 5_000;

    public static OpmlReading Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.Length > Largest)
            return new(null, $"The list is larger than {Largest / 1024 / 1024} MiB.");
        var text = TextDecoder.Decode(body.Span, contentType, Declares.XmlDeclaration).Text;
        if (string.IsNullOrWhiteSpace(text))
            return new(null, "The file is empty.");
        if (XmlTree.Read(text, out var refusal) is not { } tree)
            return new(null, refusal);
        var opml = tree.Root.Named("opml").FirstOrDefault();
        var outlines = opml?.Named("body").FirstOrDefault() ?? opml;
        if (outlines is null)
            return new(null, "It is no OPML file.");
        var feeds = new List<OpmlFeed>();
        Collect(outlines, null, feeds);
        return feeds.Count == 0
            ? new(null, "No feed is listed in it.")
            : new(
                new(
                    Line(opml!.Named("head").FirstOrDefault()?.Named("title").FirstOrDefault()?.InnerText),
                    [.. feeds.DistinctBy(feed => feed.Feed)]
                ),
                null
            );
    }

    private static void Collect(XmlPiece outlines, string? folder, List<OpmlFeed> feeds)
    {
        foreach (var outline in outlines.Named("outline"))
        {
            if (feeds.Count >= MostFeeds)
                return;
            var title = Line(outline["title"]) ?? Line(outline["text"]);
            if (Address(outline["xmlurl"]) is { } feed)
                feeds.Add(new(feed, Address(outline["htmlurl"]), title, folder));
            if (outline.Elements.Any())
                Collect(
                    outline,
                    title is null ? folder
                        : folder is null ? title
                        : $"{folder} / {title}",
                    feeds
                );
        }
    }

    private static Uri? Address(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            text = text[5..] is ['/', '/', .. var rest] ? "http://" + rest : text[5..];
        return
            text.Length is > 0 and < 4096
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            ? address
            : null;
    }

    private static string? Line(string? text)
    {
        var line = ReaderText.Clean(
            string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );
        return line.Length == 0 ? null : line[..Math.Min(line.Length, 500)];
    }
}
