using Atelier.Books.Publishing.Ebook;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Publishing.Print;
using Atelier.Platform.Files;

namespace Atelier.Books.Publishing;

/// <summary>The files of a finished book and their hashes, in the order of the manifest.</summary>
internal sealed record ExportedBook(string Folder, BookManifest Manifest);

/// <summary>Writes interior, cover, e-book, cover picture and manifest into one folder: all of them, or nothing.</summary>
internal static class BookExport
{
    public const string Interior = "interior.pdf";
    public const string Cover = "cover.pdf";
    public const string Epub = "book.epub";
    public const string CoverPicture = "cover.png";
    public const string Manifest = "manifest.json";

    // Large enough for a shop's list, small enough to draw in a fifth of a second.
    private const int CoverPictureWidth = 900;

    /// <param name="folder">Replaced when it exists.</param>
    /// <returns>The book, or why it could not be written; then the folder is as it was.</returns>
    public static async Task<(ExportedBook? Book, ExportFailure? Failure)> WriteAsync(
        BookDesign design,
        ComposedCover cover,
        IReadOnlyList<ComposedPage> pages,
        BookRecord record,
        string folder,
        CancellationToken cancel
    )
    {
        try
        {
            using var work = new StagedFolder(folder);
            var (interior, interiorFailure) = await PrintPdf.RenderAsync(pages, work, cancel);
            if (interior is null)
                return (null, interiorFailure);
            var (wrap, wrapFailure) = await PrintPdf.RenderAsync([cover.Flat], work, cancel);
            if (wrap is null)
                return (null, wrapFailure);
            var (picture, pictureFailure) = await PagePng.RenderAsync(
                cover.Front.ToTrimmedSvg(),
                CoverPictureWidth,
                cancel
            );
            if (picture is null)
                return (null, pictureFailure);
            var faces = await EpubFonts.EmbedAsync([cover.Front, .. pages], work, cancel);
            var epub = EpubFile.Write(design, cover.Front, pages, picture, faces, record.Edition);

            var files = new List<ManifestFile>();
            foreach (
                var (name, bytes) in new[]
                {
                    (Interior, interior),
                    (Cover, wrap),
                    (Epub, epub),
                    (CoverPicture, picture),
                }
            )
            {
                await work.WriteAsync(name, bytes, cancel);
                files.Add(ManifestFile.Of(name, bytes));
            }

            var manifest = record.Manifest(design, pages, files);
            await work.WriteAsync(Manifest, manifest.ToJson(), cancel);
            work.Publish();
            return (new ExportedBook(folder, manifest), null);
        }
        catch (IOException full) when (DiskFullException.IsCauseOf(full))
        {
            return (null, ExportFailure.DiskFull);
        }
    }
}
