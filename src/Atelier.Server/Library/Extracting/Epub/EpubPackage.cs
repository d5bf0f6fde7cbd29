using System.Xml.Linq;
using Atelier.Library.Extracting.Archives;

namespace Atelier.Library.Extracting.Epub;

/// <param name="Path">In the archive.</param>
internal sealed record EpubItem(string Id, string Path, string MediaType, string Properties);

/// <summary>What a book says of itself: its parts, their order, their titles.</summary>
/// <param name="Spine">In reading order, with what stands outside it at the end.</param>
/// <param name="Titles">Of the table of contents, by path.</param>
internal sealed record EpubPackage(
    string? Title,
    string? Author,
    string? Language,
    IReadOnlyList<EpubItem> Spine,
    IReadOnlyDictionary<string, string> Titles
)
{
    private const int MostItems = 20_000;

    public static EpubPackage Read(SafeZip zip)
    {
        if (!zip.Has("META-INF/container.xml"))
            throw Unreadable.Damaged("it does not say where the book is.");
        var path =
            PartXml.Tree(zip, "META-INF/container.xml").Named("rootfile").FirstOrDefault()?.ValueOf("full-path")
            ?? throw Unreadable.Damaged("it does not say where the book is.");
        var package = PartXml.Tree(zip, Uri.UnescapeDataString(path) is var plain && zip.Has(plain) ? plain : path);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var items = new Dictionary<string, EpubItem>(StringComparer.Ordinal);
        foreach (var item in package.Named("item").Take(MostItems))
            if (item.ValueOf("id") is { } id && item.ValueOf("href") is { } href)
                items[id] = new(
                    id,
                    PathOf(zip, folder, href),
                    item.ValueOf("media-type") ?? "",
                    item.ValueOf("properties") ?? ""
                );
        var spine = package.Named("itemref").Take(MostItems).ToList();
        return new(
            Text(package, "title"),
            Text(package, "creator"),
            Text(package, "language"),
            [.. Items(spine.Where(IsLinear)), .. Items(spine.Where(reference => !IsLinear(reference)))],
            EpubTitles.Of(zip, items.Values)
        );

        IEnumerable<EpubItem> Items(IEnumerable<XElement> references) =>
            references
                .Select(reference => items.GetValueOrDefault(reference.ValueOf("idref") ?? ""))
                .OfType<EpubItem>()
                .DistinctBy(item => item.Id);
    }

    /// <summary>A relative address as the name of an entry. What leads out of the book names nothing.</summary>
    public static string PathOf(SafeZip zip, string folder, string href)
    {
        var plain = href.Split('#')[0];
        foreach (var name in (string[])[Uri.UnescapeDataString(plain), plain])
        {
            var parts = new List<string>();
            foreach (var part in (name.StartsWith('/') ? name : folder + name).Split('/'))
                if (part == ".." && parts.Count > 0)
                    parts.RemoveAt(parts.Count - 1);
                else if (part is not ("" or "." or ".."))
                    parts.Add(part);
            var path = string.Join('/', parts);
            if (zip.Has(path))
                return path;
        }
        return plain;
    }

    private static bool IsLinear(XElement reference) => reference.ValueOf("linear") != "no";

    private static string? Text(XElement package, string name) =>
        package.Named(name).Select(e => e.Value.Trim()).FirstOrDefault(text => text.Length > 0);
}
