using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class DeleteBook
{
    /// <summary>A book that is being made is stopped first. For an hour it can be had back.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid bookId,
        BooksDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var book = await db.InTransactionAsync(
            async _ =>
            {
                // Locked first, so that a job begun at the same moment is seen here, or finds the book gone.
                var found = await db
                    .Books.FromSql($"select * from books.book where id = {bookId} for update")
                    .SingleOrDefaultAsync(ct);
                // Stopped before the book is gone for others, so that its job ends as cancelled and not as failed.
                if (found?.JobId is { } job)
                    await jobs.CancelAsync(job, ct);
                found?.Delete(clock.GetUtcNow());
                return found;
            },
            ct
        );
        return book is null ? GetBook.Gone.ToHttp() : TypedResults.NoContent();
    }
}
