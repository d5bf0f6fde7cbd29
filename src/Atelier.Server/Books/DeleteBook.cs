using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class DeleteBook
{
    /// <summary>A book that is being made is stopped first; its job finds the book gone and ends.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid bookId,
        BooksDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var jobId = await db.Books.Where(b => b.Id == bookId).Select(b => b.JobId).SingleOrDefaultAsync(ct);
        if (await db.Books.Where(b => b.Id == bookId).ExecuteDeleteAsync(ct) == 0)
            return GetBook.Gone.ToHttp();
        if (jobId is { } job)
            await jobs.CancelAsync(job, ct);
        return TypedResults.NoContent();
    }
}
