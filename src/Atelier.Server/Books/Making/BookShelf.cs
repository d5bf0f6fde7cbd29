using System.Globalization;
using System.Text;
using System.Text.Json;
using Atelier.Books.Editing;
using Atelier.Books.Publishing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Platform;
using Atelier.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Books.Making;

/// <summary>A file of the book in the asset store.</summary>
internal sealed record ShelvedFile(string Format, Asset Asset);

/// <summary>What the steps before have put into the asset store: SVG by page, files, PNG by page and the sheet of all.</summary>
internal sealed record ShelvedBook(
    IReadOnlyList<string> Svgs,
    IReadOnlyList<ShelvedFile> Files,
    IReadOnlyList<string> Pngs
);

/// <summary>Takes what was made out of the workshop: files into the asset store, rows into the database.</summary>
internal sealed class BookShelf(AssetStore assets, IOptions<StudioOptions> studio, TimeProvider clock)
{
    /// <summary>Stands for the date in the e-book. It belongs to the engine's version, so that no clock changes a byte.</summary>
    private static readonly DateOnly Edition = new(2026, 11, 1);
    private const string Engine = "atelier-books/1";
    private const int PageImageWidth = 1024; // pixels
    private const int ContactSheetWidth = 2400; // pixels
    private const string Svg = "image/svg+xml";
    private const string Png = "image/png";

    private static readonly (string Format, string File, string MediaType)[] Exports =
    [
        ("pdf", BookExport.Interior, "application/pdf"),
        ("cover", BookExport.Cover, "application/pdf"),
        ("epub", BookExport.Epub, "application/epub+zip"),
        ("cover-image", BookExport.CoverPicture, Png),
        ("manifest", BookExport.Manifest, "application/json"),
    ];

    /// <returns>The pages' SVG, by page: what the browser shows.</returns>
    public async Task<IReadOnlyList<string>> KeepPagesAsync(BoundBook book, CancellationToken cancel)
    {
        var kept = new List<string>(book.Pages.Count);
        foreach (var page in book.Pages)
            kept.Add((await assets.PutAsync(Encoding.UTF8.GetBytes(page.ToTrimmedSvg()), Svg, cancel)).Sha256);
        return kept;
    }

    public async Task<IReadOnlyList<ShelvedFile>> ExportAsync(
        BookOrder order,
        StoryResult story,
        BoundBook book,
        Guid jobId,
        CancellationToken cancel
    )
    {
        using var work = new WorkFolder(studio.Value, jobId);
        var folder = work.Path;
        try
        {
            var record = new BookRecord(
                order.Brief,
                order.Seed,
                Engine,
                Edition,
                story.Pages.ToDictionary(page => page.Page, page => page.Report),
                book.Drawings,
                book.Notes
            );
            var (_, failure) = await BookExport.WriteAsync(book.Design, book.Cover, book.Pages, record, folder, cancel);
            if (failure is not null)
                throw failure.AsJobFailure();
            var files = new List<ShelvedFile>(Exports.Length);
            foreach (var (format, file, mediaType) in Exports)
            {
                await using var content = File.OpenRead(Path.Combine(folder, file));
                files.Add(new ShelvedFile(format, await assets.PutAsync(content, mediaType, cancel)));
            }
            return files;
        }
        catch (DiskFullException)
        {
            throw ExportFailure.DiskFull.AsJobFailure();
        }
    }

    /// <param name="svgs">The pages' SVG, by page.</param>
    /// <param name="painted">The PNG of each SVG of the book as it was: what looks the same is not painted again.</param>
    /// <returns>The pages' PNG by page, and last the sheet that shows them all.</returns>
    public async Task<IReadOnlyList<string>> RasteriseAsync(
        BoundBook book,
        IReadOnlyList<string> svgs,
        IReadOnlyDictionary<string, string> painted,
        CancellationToken cancel
    )
    {
        var pictures = book.Pages.Select(page => (Svg: page.ToTrimmedSvg(), Width: PageImageWidth)).ToList();
        pictures.Add((ContactSheet.Compose(book.Cover, book.Pages), ContactSheetWidth));
        var kept = new string[pictures.Count];
        await Parallel.ForAsync(
            0,
            pictures.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (i, c) =>
            {
                if (i < svgs.Count && painted.TryGetValue(svgs[i], out var same) && assets.Exists(same))
                {
                    kept[i] = same;
                    return;
                }
                var (png, failure) = await PagePng.RenderAsync(pictures[i].Svg, pictures[i].Width, c);
                kept[i] = png is null ? throw failure!.AsJobFailure() : (await assets.PutAsync(png, Png, c)).Sha256;
            }
        );
        return kept;
    }

    /// <summary>The finished book takes the place of an earlier one in the same commit that ends the step.</summary>
    public async Task<MadeBook> PublishAsync(
        NpgsqlTransaction transaction,
        BookSource source,
        VersionNote note,
        BoundBook book,
        ShelvedBook shelved,
        CancellationToken cancel
    )
    {
        var (order, story) = (source.Order, source.Story);
        await using var db = await BooksDb.JoinAsync(transaction, cancel);
        await db.Pages.Where(p => p.BookId == order.Id).ExecuteDeleteAsync(cancel);
        await db.Files.Where(f => f.BookId == order.Id).ExecuteDeleteAsync(cancel);
        foreach (var (i, page) in book.Pages.Index())
            db.Pages.Add(
                new BookPage(
                    order.Id,
                    page.Number,
                    page.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
                    page.Text,
                    page.AltText,
                    shelved.Svgs[i],
                    shelved.Pngs[i],
                    Measured(source, book.Design.Plan[i].Story)
                )
            );
        foreach (var (format, asset) in shelved.Files)
            db.Files.Add(new BookFile(order.Id, format, asset.Sha256, asset.Length, asset.MediaType));
        var sheet = new FileInfo(assets.PathOf(shelved.Pngs[^1]));
        db.Files.Add(new BookFile(order.Id, "contact-sheet", shelved.Pngs[^1], sheet.Length, Png));

        var row =
            await db.Books.SingleOrDefaultAsync(b => b.Id == order.Id, cancel)
            ?? throw new JobFailure("book_gone", "The book was deleted while it was made.", retryable: false);
        row.FinishMaking(story.Manuscript.Title, book.Notes, clock.GetUtcNow());
        db.Versions.Add(BookVersion.Of(source, note, row.Version, clock.GetUtcNow()));
        await db
            .Versions.Where(v => v.BookId == order.Id && v.Number <= row.Version - BookVersion.Kept)
            .ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return new MadeBook(order.Id, story.Manuscript.Title, book.Pages.Count, story.Rewrites, book.Notes);
    }

    private static JsonDocument? Measured(BookSource source, int? page) =>
        page is { } number
            ? JsonSerializer.SerializeToDocument(
                PageReading.Of(source.Story.Pages[number - 1], source.Order.Brief.AgeBand),
                JsonSerializerOptions.Web
            )
            : null;
}
