using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class GetBook
{
    public static async Task<Results<Ok<BookView>, ProblemHttpResult>> Get(
        Guid bookId,
        BooksDb db,
        JobClient jobs,
        CancellationToken ct
    ) =>
        await db.Books.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookId, ct) is { } book
            ? TypedResults.Ok(book.ToView(await jobs.JobOfAsync(book, ct)))
            : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("book_not_found", "There is no such book.");
}
