using Atelier.Library.Extracting.Archives;
using Atelier.Library.Extracting.Markup;

namespace Atelier.Library.Extracting.Epub;

/// <summary>Reads a book's table of contents, new (nav) or old (NCX). A book without a good one is a book all the same.</summary>
internal static class EpubTitles
{
    private const string Ncx = "application/x-dtbncx+xml";

    public static IReadOnlyDictionary<string, string> Of(SafeZip zip, IReadOnlyCollection<EpubItem> items)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (items.FirstOrDefault(IsNavigation) is { } nav)
                FromNav(zip, nav, titles);
            if (titles.Count == 0 && items.FirstOrDefault(item => item.MediaType == Ncx) is { } ncx)
                FromNcx(zip, ncx, titles);
        }
        catch (Unreadable reason) when (reason.Code is "document_damaged" or "document_too_complex")
        {
            // The order of the chapters does not depend on it.
        }
        return titles;
    }

    public static bool IsNavigation(EpubItem item) => item.Properties.Split(' ').Contains("nav");

    private static void FromNav(SafeZip zip, EpubItem nav, Dictionary<string, string> titles)
    {
        using var reader = new StreamReader(zip.Read(nav.Path));
        using var page = HtmlText.Parse(reader, nav.Path);
        var lists = page.QuerySelectorAll("nav");
        var contents =
            lists.FirstOrDefault(list => (list.GetAttribute("epub:type") ?? "").Split(' ').Contains("toc"))
            ?? (lists.Length > 0 ? lists[0] : null);
        foreach (var link in contents?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
            Add(zip, nav.Path, link.GetAttribute("href")!, link.TextContent, titles);
    }

    private static void FromNcx(SafeZip zip, EpubItem ncx, Dictionary<string, string> titles)
    {
        foreach (var point in PartXml.Tree(zip, ncx.Path).Named("navPoint"))
            if (
                point.Elements().FirstOrDefault(e => e.Name.LocalName == "content")?.ValueOf("src") is { } source
                && point.Elements().FirstOrDefault(e => e.Name.LocalName == "navLabel") is { } label
            )
                Add(zip, ncx.Path, source, label.Value, titles);
    }

    /// <summary>The first to name a page names it; later ones point into it.</summary>
    private static void Add(SafeZip zip, string from, string href, string title, Dictionary<string, string> titles)
    {
        if (!string.IsNullOrWhiteSpace(title))
            titles.TryAdd(EpubPackage.PathOf(zip, from[..(from.LastIndexOf('/') + 1)], href), title.Trim());
    }
}
