using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Atelier.Library.Extracting;

/// <summary>Documents of every format, written for the tests byte by byte.</summary>
internal static class Files
{
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return bytes.ToArray();
    }

    /// <param name="body">What stands in w:body.</param>
    public static byte[] Word(string body, params (string Name, string Content)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""
            ),
            ("_rels/.rels", Relations(("officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", Relations(("styles", "styles.xml"), ("footnotes", "footnotes.xml"))),
            (
                "word/styles.xml",
                $"<w:styles {Word2006}><w:style w:styleId=\"Kop\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
            ),
            (
                "word/document.xml",
                $"<w:document {Word2006} xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\"><w:body>{body}</w:body></w:document>"
            ),
            .. more,
        ]);

    public const string Word2006 = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static string P(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <param name="parts">The book's parts, in the order of the manifest; the spine is the other way round.</param>
    public static byte[] Epub(
        IReadOnlyList<(string Name, string Content)> pages,
        params (string Name, string Content)[] more
    ) =>
        Zip([
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
            ),
            (
                "OPS/book.opf",
                $"""
                    <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <metadata><dc:title>The Tide Table</dc:title><dc:creator>M. Holm</dc:creator><dc:language>en</dc:language></metadata>
                    <manifest>{string.Concat(
                        pages.Select((page, i) =>
                            $"<item id=\"i{i}\" href=\"{page.Name}\" media-type=\"application/xhtml+xml\"/>"
                        )
                    )}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
                    <spine>{string.Concat(
                        Enumerable.Range(0, pages.Count).Reverse().Select(i => $"<itemref idref=\"i{i}\"/>")
                    )}</spine></package>
                    """
            ),
            .. pages.Select(page => ($"OPS/{Uri.UnescapeDataString(page.Name)}", page.Content)),
            .. more,
        ]);

    /// <summary>A PDF of pages with lines of Helvetica, without compression, written by hand.</summary>
    public static byte[] Pdf(params IReadOnlyList<string[]> pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + i * 2} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        foreach (var lines in pages)
        {
            var content = new StringBuilder("BT /F1 12 Tf 72 760 Td 16 TL ");
            foreach (var line in lines)
                content.Append(CultureInfo.InvariantCulture, $"({line}) Tj T* ");
            content.Append("ET");
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            );
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }
        return PdfOf(objects);
    }

    public static byte[] PdfOf(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Relations(params (string Kind, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(
            relations.Select((r, i) => $"<Relationship Id=\"r{i}\" Type=\"http://x/{r.Kind}\" Target=\"{r.Target}\"/>")
        )}</Relationships>";
}
