using Atelier.Reading.Encodings;
using Atelier.Reading.Markup;

namespace Atelier.Reading.Feeds;

/// <summary>Reads a feed of any kind: what is ill-formed is repaired and said to be, what is no feed is refused with the reason.</summary>
public static class FeedReader
{
    private const int Largest = 16 * 1024 * 1024;

    public static FeedReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri address)
    {
        if (body.Length > Largest)
            return new(null, $"The feed is larger than {Largest / 1024 / 1024} MiB.");
        var decoded = TextDecoder.Decode(body.Span, contentType, Declares.XmlDeclaration);
        var text = decoded.Text.TrimStart('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
            return new(null, "The file is empty.");
        if (text[0] is '{' or '[')
            return JsonFeed.Read(text, address);
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
            return new(null, "It is plain text, not a feed.");
        if (XmlTree.Read(text[start..], out var refusal) is not { } tree)
            return new(null, refusal);
        var repairs = decoded.Repairs.Concat(tree.Repairs).ToList();
        if (start > 0)
            repairs.Insert(0, "Something stands before the first tag.");
        return ReadRoot(tree.Root, address, repairs);
    }

    private static FeedReading ReadRoot(XmlPiece document, Uri address, List<string> repairs)
    {
        var root = document.Elements.FirstOrDefault(element => KindOf(element) is not null) ?? Deeper(document);
        if (root is null)
            return new(null, NotAFeed(document));
        return new(
            KindOf(root) switch
            {
                FeedKind.Atom => AtomFeed.Read(root, address, repairs),
                FeedKind.Cdf => CdfFeed.Read(root, address, repairs),
                var kind => RssFeed.Read(root, kind!.Value, address, repairs),
            },
            null
        );
    }

    private static FeedKind? KindOf(XmlPiece element) =>
        element.Name switch
        {
            "rss" => FeedKind.Rss,
            "rdf" => FeedKind.Rdf,
            "feed" => FeedKind.Atom,
            "channel" when element["href"] is not null || element.Named("item").Any(item => item["href"] is not null) =>
                FeedKind.Cdf,
            "channel" => FeedKind.Rss,
            _ => null,
        };

    /// <summary>Some wrap the feed in something of their own.</summary>
    private static XmlPiece? Deeper(XmlPiece document) =>
        document
            .Elements.Where(element => element.Name is not "html")
            .SelectMany(element => element.Elements)
            .FirstOrDefault(element => element.Name is "rss" or "feed" or "rdf" && KindOf(element) is not null);

    private static string NotAFeed(XmlPiece document) =>
        document.Elements.FirstOrDefault()?.Name switch
        {
            null => "There is no element in it.",
            "html" or "head" or "body" => "It is a web page, not a feed.",
            "urlset" or "sitemapindex" => "It is a sitemap, not a feed.",
            "opml" => "It is a list of feeds (OPML), not a feed.",
            var name => $"It is no feed: its first element is \"{(name.Length > 40 ? name[..40] : name)}\".",
        };
}
