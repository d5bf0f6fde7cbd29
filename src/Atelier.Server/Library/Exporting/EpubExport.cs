using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Atelier.Library.Exporting;

/// <summary>An EPUB 3 with a file for each chapter, or for a part of a long one.</summary>
internal static class EpubExport
{
    private const int LongestFile = 250_000; // characters; reading programs lay out a file at a time

    public static async Task WriteAsync(ExportSource source, LibraryDb db, Stream target, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            null,
            cancel
        );
        zip.Put("mimetype", "application/epub+zip", CompressionLevel.NoCompression);
        zip.Put(
            "META-INF/container.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
            """
        );
        var language = source.Document.Language ?? "und";
        var files = new List<(string Name, string? Title)>();
        var page = new StringBuilder();
        string? title = null;
        foreach (var paragraph in source.Paragraphs())
        {
            cancel.ThrowIfCancellationRequested();
            if (page.Length > 0 && (paragraph.Begins is not null || page.Length > LongestFile))
                Put();
            if (paragraph.Begins is { } chapter)
                title = chapter.Title ?? source.Document.Title;
            if (paragraph.Begins?.Title is { } heading)
                page.Append(CultureInfo.InvariantCulture, $"<h2>{heading.Escaped()}</h2>\n");
            if (!paragraph.IsHeading)
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<p>{paragraph.Piece.Text.Escaped().Replace("\n", "<br/>", StringComparison.Ordinal)}</p>\n"
                );
        }
        Put();
        zip.Put("EPUB/nav.xhtml", Nav(source.Document.Title, language, files));
        zip.Put("EPUB/package.opf", Package(source, language, files));

        void Put()
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"part-{files.Count + 1}.xhtml");
            zip.Put($"EPUB/{name}", Page(title ?? source.Document.Title, language, page.ToString()));
            files.Add((name, title ?? (files.Count == 0 ? source.Document.Title : null)));
            title = null;
            page.Clear();
        }
    }

    private static string Page(string title, string language, string body) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}"><head><title>{title.Escaped()}</title></head><body>
            {body}</body></html>
            """;

    private static string Nav(string title, string language, List<(string Name, string? Title)> files) =>
        Page(
            title,
            language,
            $"<nav epub:type=\"toc\"><ol>{string.Concat(
                files.Where(f => f.Title is not null).Select(f => $"<li><a href=\"{f.Name}\">{f.Title!.Escaped()}</a></li>")
            )}</ol></nav>"
        );

    private static string Package(ExportSource source, string language, List<(string Name, string? Title)> files)
    {
        var author = source.Document.Author is { } name ? $"<dc:creator>{name.Escaped()}</dc:creator>" : "";
        var items = string.Concat(
            files.Select((file, i) => $"<item id=\"p{i}\" href=\"{file.Name}\" media-type=\"application/xhtml+xml\"/>")
        );
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:{source
                .Document
                .Id}</dc:identifier><dc:title>{source
                .Document.Title
                .Escaped()}</dc:title>{author}<dc:language>{language}</dc:language><meta property="dcterms:modified">{source.Document.UpdatedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</meta></metadata>
            <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>
            <spine>{string.Concat(files.Select((_, i) => $"<itemref idref=\"p{i}\"/>"))}</spine>
            </package>
            """;
    }
}
