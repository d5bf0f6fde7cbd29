using System.IO.Compression;
using System.Text;
using Atelier.Books.Publishing.Pages;

namespace Atelier.Books.Publishing.Ebook;

/// <summary>
/// A fixed-layout EPUB 3.3, byte for byte the same for the same pages: entries in fixed order with a fixed time
/// (docs/decisions/0012).
/// </summary>
internal static class EpubFile
{
    // The earliest time a ZIP can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(
        BookDesign book,
        ComposedPage cover,
        IReadOnlyList<ComposedPage> interior,
        byte[] coverPng,
        IReadOnlyList<EmbeddedFace> faces,
        DateOnly edition
    )
    {
        IReadOnlyList<ComposedPage> pages = [cover, .. interior];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and uncompressed, so that its content stands at a fixed place in the file.
            Add(zip, "mimetype", "application/epub+zip"u8, CompressionLevel.NoCompression);
            Add(zip, "META-INF/container.xml", EpubPackage.Container);
            Add(zip, "EPUB/package.opf", EpubPackage.Document(book, pages, faces, edition));
            Add(zip, "EPUB/nav.xhtml", EpubPackage.Navigation(book, pages));
            Add(zip, "EPUB/book.css", EpubPackage.Styles(faces));
            Add(zip, "EPUB/cover.png", coverPng, CompressionLevel.NoCompression);
            foreach (var face in faces)
                Add(zip, $"EPUB/fonts/{face.FileName}", face.Bytes, CompressionLevel.Optimal);
            foreach (var page in pages)
            {
                Add(zip, $"EPUB/pages/{EpubPages.FileName(page)}.xhtml", EpubPages.Document(page));
                Add(zip, $"EPUB/art/{EpubPages.FileName(page)}.svg", page.ToArtSvg());
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text) =>
        Add(zip, name, Encoding.UTF8.GetBytes(text), CompressionLevel.Optimal);

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
