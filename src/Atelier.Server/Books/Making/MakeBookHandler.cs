using Atelier.Books.Authoring;
using Atelier.Books.Editing;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Making;

/// <summary>
/// Outline, write, illustrate each page, compose, export, rasterise, publish; or, for a change, the changed page in place
/// of the first three. Every step's result is stored, and all
/// between the steps is a pure function of brief and seed: a killed job goes on where it stood and makes the same book.
/// </summary>
internal sealed class MakeBookHandler(
    BooksDb db,
    StoryEngine stories,
    IManuscriptWriter writer,
    Revision revision,
    GenerationModels models,
    Workshop workshop,
    BookShelf shelf
) : IJobHandler<MakeBook>
{
    public async Task<object?> RunAsync(MakeBook payload, JobRun run, CancellationToken cancel)
    {
        var book =
            await db.Books.AsNoTracking().SingleOrDefaultAsync(b => b.Id == payload.BookId, cancel)
            ?? throw new JobFailure("book_gone", "The book was deleted before it was made.", retryable: false);
        if (book.JobId != run.PublicId)
            throw new JobFailure("job_superseded", "A newer job makes this book. Generate it again.", retryable: false);
        var budget = models.NewBudget();

        var draft = payload.Change is { } change
            ? await run.StepAsync("change", c => revision.ApplyAsync(book, change, c))
            : await WriteAsync(book, run, budget);
        var (order, story) = (draft.Order, draft.Story);

        var commission = workshop.Take(order.Brief, story, new Seed((ulong)order.Seed), budget);
        var pages = story.Pages.Count;
        var pictures = new List<StoryPicture>(pages);
        for (var page = 1; page <= pages; page++)
        {
            run.Report(0.05 + 0.45 * page / pages, $"Drawing page {page} of {pages}");
            var number = page;
            pictures.Add(
                draft.PictureFor(page, commission.FrameOf(page))
                    ?? await run.StepAsync($"illustrate:{page}", c => commission.DrawAsync(number, pictures, c))
            );
        }

        run.Report(0.52, "Laying out the pages");
        var bound = new Lazy<Task<BoundBook>>(() => commission.BindAsync(pictures, cancel));
        var svgs = await run.StepAsync("compose", async c => await shelf.KeepPagesAsync(await bound.Value, c));
        run.Report(0.6, "Making the print files and the e-book");
        var files = await run.StepAsync(
            "export",
            async c => await shelf.ExportAsync(order, story, await bound.Value, run.PublicId, c)
        );
        run.Report(0.8, "Making page images");
        var images = await run.StepAsync(
            "rasterise",
            async c => await shelf.RasteriseAsync(await bound.Value, svgs, await PaintedAsync(book.Id, c), c)
        );
        run.Report(0.99, "Putting the book on the shelf");
        return await run.StepAsync(
            "publish",
            async (transaction, c) =>
                await shelf.PublishAsync(
                    transaction,
                    new BookSource(order, story, pictures),
                    draft.Note,
                    await bound.Value,
                    new(svgs, files, images),
                    c
                )
        );
    }

    /// <summary>The PNG of each SVG of the book as it is.</summary>
    private async Task<Dictionary<string, string>> PaintedAsync(Guid book, CancellationToken cancel)
    {
        var pages = await db.Pages.AsNoTracking().Where(page => page.BookId == book).ToListAsync(cancel);
        return pages
            .DistinctBy(page => page.SvgSha256) // blank pages are alike
            .ToDictionary(page => page.SvgSha256, page => page.PngSha256);
    }

    private async Task<BookDraft> WriteAsync(Book book, JobRun run, Budget budget)
    {
        run.Report(0.01, "Planning the story");
        var order = await run.StepAsync("outline", c => PlanAsync(book, c));
        run.Report(0.03, "Writing");
        var story = await run.StepAsync("write", c => writer.WriteAsync(order.Brief, order.Outline, budget, c));
        return BookDraft.Of(order, story);
    }

    private async Task<BookOrder> PlanAsync(Book book, CancellationToken cancel)
    {
        var outline = stories.Outline(
            book.Brief,
            BookPlan.StoryPageCount(book.Brief.Pages),
            new Seed((ulong)book.Seed)
        );
        var before = book.LockedPages.Length > 0 ? await revision.SourceAsync(book.Id, book.Version, cancel) : null;
        var kept = book.LockedPages.Select(page => before?.StoryPageOf(page)).OfType<int>().Order();
        return new BookOrder(book.Id, book.Brief, book.Seed, outline)
        {
            Kept = [.. kept.Select(page => KeptPage.Of(before!, page))],
        };
    }
}
