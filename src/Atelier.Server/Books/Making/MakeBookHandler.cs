using Atelier.Books.Authoring;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.Drawing;
using Atelier.Generation;
using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Making;

/// <summary>
/// Outline, write, illustrate each page, compose, export, rasterise, publish. Every step's result is stored, and all
/// between the steps is a pure function of brief and seed: a killed job goes on where it stood and makes the same book.
/// </summary>
internal sealed class MakeBookHandler(
    BooksDb db,
    StoryEngine stories,
    IManuscriptWriter writer,
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

        run.Report(0.01, "Planning the story");
        var order = await run.StepAsync("outline", _ => Task.FromResult(Plan(book)));
        var pages = BookPlan.StoryPageCount(order.Brief.Pages);
        run.Report(0.03, "Writing");
        var story = await run.StepAsync("write", c => writer.WriteAsync(order.Brief, order.Outline, budget, c));

        var commission = workshop.Take(order.Brief, story, new Seed((ulong)order.Seed), budget);
        var pictures = new List<StoryPicture>(pages);
        for (var page = 1; page <= pages; page++)
        {
            run.Report(0.05 + 0.45 * page / pages, $"Drawing page {page} of {pages}");
            var number = page;
            pictures.Add(await run.StepAsync($"illustrate:{page}", c => commission.DrawAsync(number, pictures, c)));
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
        var images = await run.StepAsync("rasterise", async c => await shelf.RasteriseAsync(await bound.Value, c));
        run.Report(0.99, "Putting the book on the shelf");
        return await run.StepAsync(
            "publish",
            async (transaction, c) =>
                await shelf.PublishAsync(transaction, order, story, await bound.Value, new(svgs, files, images), c)
        );
    }

    private BookOrder Plan(Book book)
    {
        var outline = stories.Outline(
            book.Brief,
            BookPlan.StoryPageCount(book.Brief.Pages),
            new Seed((ulong)book.Seed)
        );
        return new BookOrder(book.Id, book.Brief, book.Seed, outline);
    }
}
