using Atelier.Reading.Dates;
using Atelier.Reading.Encodings;
using Atelier.Reading.Markup;

namespace Atelier.Reading.Sitemaps;

/// <summary>Reads sitemaps, indexes of them, and lists of addresses in plain text. Whoever fetched the file has unzipped it.</summary>
public static class SitemapReader
{
    private const int Largest = 50 * 1024 * 1024;
    private const int MostPlaces = 50_000;
    private const int LongestAddress = 2_048;

    public static SitemapReading Read(
        ReadOnlyMemory<byte> body,
        string? contentType,
        Uri address,
        CancellationToken cancel
    )
    {
        if (body.Length > Largest)
            return new(null, $"The sitemap is larger than {Largest / 1024 / 1024} MiB.");
        var text = TextDecoder
            .Decode(body.Span, contentType, Declares.XmlDeclaration)
            .Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
            return new(null, "The file is empty.");
        if (text[0] != '<')
            return PlainList(text, address);
        return Tags(text, address, cancel);
    }

    private static SitemapReading PlainList(string text, Uri address)
    {
        var places = new List<SitemapPlace>();
        foreach (var line in text.AsSpan().EnumerateLines())
            if (
                places.Count <= MostPlaces
                && Place(line.ToString(), null, address) is { } place
                && line.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase)
            )
                places.Add(place);
        return places.Count == 0
            ? new(null, "It is neither a sitemap nor a list of addresses.")
            : new(new([.. places.Take(MostPlaces)], [], places.Count > MostPlaces), null);
    }

    private static SitemapReading Tags(string text, Uri address, CancellationToken cancel)
    {
        var reader = new TagReader(text);
        var (pages, sitemaps) = (new List<SitemapPlace>(), new List<SitemapPlace>());
        string? root = null,
            inside = null,
            field = null,
            place = null,
            modified = null;
        var (cut, read) = (false, 0);
        for (var kind = reader.Read(); kind != TagKind.End && !cut; kind = reader.Read())
        {
            if (++read % 4096 == 0)
                cancel.ThrowIfCancellationRequested();
            var name = kind == TagKind.Text ? "" : Local(reader.Name);
            switch (kind)
            {
                case TagKind.Open when root is null:
                    root = name;
                    if (name is not ("urlset" or "sitemapindex"))
                        return new(null, name is "html" ? "It is a web page, not a sitemap." : "It is no sitemap.");
                    break;
                case TagKind.Open when name is "url" or "sitemap":
                    // The last one may not have been closed.
                    Keep();
                    inside = name;
                    break;
                case TagKind.Open:
                    // Pictures and videos have addresses of their own, with a prefix.
                    field =
                        reader.Name.Contains(':', StringComparison.Ordinal)
                        && !reader.Name.StartsWith("sm:", StringComparison.Ordinal)
                        && !reader.Name.StartsWith("ns", StringComparison.Ordinal)
                            ? null
                            : name;
                    break;
                case TagKind.Text
                    when inside is not null
                        && field is "loc"
                        && place is null
                        && !string.IsNullOrWhiteSpace(reader.Text):
                    place = reader.Text;
                    break;
                case TagKind.Text when inside is not null && field is "lastmod":
                    modified ??= reader.Text;
                    break;
                case TagKind.Close when name is "url" or "sitemap":
                    Keep();
                    break;
                case TagKind.Close:
                    field = null;
                    break;
            }
        }
        Keep();
        if (root is null)
            return new(null, "There is no element in it.");
        return new(new(pages, sitemaps, cut), null);

        void Keep()
        {
            if (inside is not null && place is not null && Place(place, modified, address) is { } kept)
                if (pages.Count + sitemaps.Count < MostPlaces)
                    (inside == "url" ? pages : sitemaps).Add(kept);
                else
                    cut = true;
            (inside, place, modified, field) = (null, null, null, null);
        }
    }

    private static SitemapPlace? Place(string text, string? modified, Uri address)
    {
        text = text.Trim();
        return
            text.Length is > 0 and <= LongestAddress
            && Uri.TryCreate(address, text, out var place)
            && place.Scheme is "http" or "https"
            ? new(place, WebDate.Read(modified))
            : null;
    }

    private static string Local(string name) =>
        name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
}
