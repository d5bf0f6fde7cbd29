namespace Atelier.Reading.Markup;

/// <summary>The vocabularies of feeds by short names, whatever prefix a document gives them and however it spells their address.</summary>
internal static class Vocabularies
{
    private static readonly (string Start, string Space)[] Known =
    [
        ("http://www.w3.org/2005/atom", "atom"),
        ("http://purl.org/atom/", "atom"),
        ("http://example.com/newformat", "atom"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://purl.org/rss/1.0/modules/slash", "slash"),
        ("http://purl.org/rss/1.0/modules/syndication", "sy"),
        ("http://purl.org/rss/1.0/modules/", "module"),
        ("http://purl.org/rss/1.0", "rss"),
        ("http://purl.org/net/rss1.1", "rss"),
        ("http://my.netscape.com/rdf/simple/0.9", "rss"),
        ("http://my.netscape.com/publish/formats/rss", "rss"),
        ("http://channel.netscape.com/rdf/simple/0.9", "rss"),
        ("http://backend.userland.com/rss", "rss"),
        ("http://blogs.law.harvard.edu/tech/rss", "rss"),
        ("http://purl.org/dc/elements/", "dc"),
        ("http://purl.org/dc/terms", "dcterms"),
        ("http://www.itunes.com/dtds/podcast", "itunes"),
        ("http://example.com/dtds/podcast", "itunes"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://wellformedweb.org/commentapi", "wfw"),
        ("http://purl.org/syndication/thread/", "thr"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://www.sitemaps.org/schemas/sitemap", "sitemap"),
        ("http://www.google.com/schemas/sitemap", "sitemap"),
        ("http://www.w3.org/xml/1998/namespace", "xml"),
    ];

    /// <summary>Prefixes that feeds use without saying what they mean.</summary>
    private static readonly HashSet<string> Usual =
    [
        "atom",
        "rdf",
        "content",
        "slash",
        "sy",
        "dc",
        "dcterms",
        "itunes",
        "media",
        "wfw",
        "thr",
        "xhtml",
        "xml",
    ];

    public static string OfAddress(string address)
    {
        var lower = address.Trim().ToLowerInvariant().Replace("https://", "http://", StringComparison.Ordinal);
        foreach (var (start, space) in Known)
            if (lower.StartsWith(start, StringComparison.Ordinal))
                return space;
        return lower.Length == 0 ? "" : "other";
    }

    /// <summary>For a prefix that was never declared.</summary>
    public static string OfPrefix(string prefix) => Usual.Contains(prefix) ? prefix : "other";
}
