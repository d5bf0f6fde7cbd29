using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atelier.Books.Publishing.Pages;
using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Ebook;

/// <summary>The package document, the navigation document and the style sheet of a fixed-layout EPUB 3.3.</summary>
internal static class EpubPackage
{
    public const string Container = """
        <?xml version="1.0" encoding="utf-8"?>
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
        <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """;

    /// <param name="edition">Stands for the date of last change: the book's own date, never the clock's.</param>
    public static string Document(
        BookDesign book,
        IReadOnlyList<ComposedPage> pages,
        IReadOnlyList<EmbeddedFace> faces,
        DateOnly edition
    )
    {
        var opf = new StringBuilder();
        opf.Append(
            CultureInfo.InvariantCulture,
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en" prefix="rendition: http://www.idpf.org/vocab/rendition/#">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">{Identifier(pages)}</dc:identifier>
            <dc:title>{Legible.Escape(book.Title)}</dc:title>
            <dc:language>en</dc:language>
            <dc:creator>{Legible.Escape(book.Author ?? "Atelier")}</dc:creator>
            <dc:description>{Legible.Escape(book.Blurb.Length > 0 ? book.Blurb : book.Title)}</dc:description>
            <dc:subject>Children's picture books</dc:subject>
            <meta property="dcterms:modified">{edition:yyyy-MM-dd}T00:00:00Z</meta>
            <meta property="rendition:layout">pre-paginated</meta>
            <meta property="rendition:spread">landscape</meta>
            <meta property="rendition:orientation">auto</meta>
            <meta property="schema:accessMode">visual</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessModeSufficient">textual,visual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">alternativeText</meta>
            <meta property="schema:accessibilityFeature">readingOrder</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityFeature">pageNavigation</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            <meta property="schema:accessibilitySummary">Every picture is described and all words are text. Pages are those of the print edition.</meta>
            </metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="css" href="book.css" media-type="text/css"/>
            <item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>

            """
        );
        foreach (var face in faces)
            opf.Append(
                CultureInfo.InvariantCulture,
                $"<item id=\"font-{face.FileName.Replace('.', '-')}\" href=\"fonts/{face.FileName}\" media-type=\"{face.MediaType}\"/>\n"
            );
        foreach (var name in pages.Select(EpubPages.FileName))
            opf.Append(
                CultureInfo.InvariantCulture,
                $"<item id=\"{name}\" href=\"pages/{name}.xhtml\" media-type=\"application/xhtml+xml\"/>\n<item id=\"art-{name}\" href=\"art/{name}.svg\" media-type=\"image/svg+xml\"/>\n"
            );
        opf.Append("</manifest>\n<spine>\n");
        foreach (var page in pages)
            opf.Append(
                CultureInfo.InvariantCulture,
                $"<itemref idref=\"{EpubPages.FileName(page)}\" properties=\"{Side(page)}\"/>\n"
            );
        return opf.Append("</spine>\n</package>\n").ToString();
    }

    public static string Navigation(BookDesign book, IReadOnlyList<ComposedPage> pages)
    {
        var chapters = pages
            .Where(page => page.Kind is not PageKind.Story)
            .Append(pages.First(page => page.Kind is PageKind.Story))
            .OrderBy(page => page.Number)
            .Select(page => Link(page, page.Kind is PageKind.Story ? "The story" : EpubPages.Name(page)));
        var printed = pages
            .Where(page => page.Number > 0)
            .Select(page => Link(page, page.Number.ToString(CultureInfo.InvariantCulture)));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
            <head><meta charset="utf-8"/><title>{Legible.Escape(book.Title)}</title></head>
            <body>
            <nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1><ol>
            {string.Join('\n', chapters)}
            </ol></nav>
            <nav epub:type="page-list" role="doc-pagelist" aria-label="Pages" hidden=""><ol>
            {string.Join('\n', printed)}
            </ol></nav>
            <nav epub:type="landmarks" aria-label="Landmarks" hidden=""><ol>
            <li><a epub:type="cover" href="pages/cover.xhtml">Cover</a></li>
            <li><a epub:type="bodymatter" href="pages/{EpubPages.FileName(
                pages.First(page => page.Kind is PageKind.Story)
            )}.xhtml">The story</a></li>
            </ol></nav>
            </body>
            </html>

            """;
    }

    public static string Styles(IReadOnlyList<EmbeddedFace> faces)
    {
        var css = new StringBuilder();
        foreach (var face in faces)
            css.Append(
                CultureInfo.InvariantCulture,
                $"@font-face {{ font-family: '{face.Family}'; font-weight: {face.Weight}; src: url(fonts/{face.FileName}); }}\n"
            );
        return css.Append(
                """
                html, body { margin: 0; padding: 0; }
                body { position: relative; overflow: hidden; }
                img { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
                h1, p { margin: 0; }
                span { position: absolute; white-space: nowrap; }

                """
            )
            .ToString();
    }

    // Odd pages are right-hand pages, as in print; the cover stands alone.
    private static string Side(ComposedPage page) =>
        page.Kind is PageKind.Cover ? "rendition:page-spread-center"
        : page.Number % 2 == 1 ? "page-spread-right"
        : "page-spread-left";

    // From the content, so that the same book always has the same identifier. The bits that make it a UUID are set by
    // RFC 9562 for such values (version 8).
    private static string Identifier(IReadOnlyList<ComposedPage> pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var page in pages)
            hash.AppendData(Encoding.UTF8.GetBytes(page.ToSvg()));
        var id = hash.GetHashAndReset().AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(id, bigEndian: true)}";
    }

    private static string Link(ComposedPage page, string name) =>
        $"<li><a href=\"pages/{EpubPages.FileName(page)}.xhtml\">{Legible.Escape(name)}</a></li>";
}
