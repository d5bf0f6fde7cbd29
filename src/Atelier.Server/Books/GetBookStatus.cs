using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <param name="Progress">0 to 1 while the book is being made.</param>
public sealed record BookStatusView(BookState State, Guid? JobId, double? Progress, string? Message, JobError? Error);

internal static class GetBookStatus
{
    public static async Task<Results<Ok<BookStatusView>, ProblemHttpResult>> Get(
        Guid bookId,
        BooksDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var book = await db.Books.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookId, ct);
        if (book is null)
            return GetBook.Gone.ToHttp();
        var job = await jobs.JobOfAsync(book, ct);
        return TypedResults.Ok(
            new BookStatusView(BookViews.StateOf(book, job), book.JobId, job?.Progress, job?.Message, job?.Error)
        );
    }
}
