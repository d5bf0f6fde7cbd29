using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class RestoreBook
{
    /// <summary>Takes a deletion back; a book that is not deleted stays as it is.</summary>
    public static async Task<Results<Ok<BookView>, ProblemHttpResult>> Post(
        Guid bookId,
        BooksDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var book = await db.InTransactionAsync(
            async _ =>
            {
                var found = await db
                    .Books.FromSql($"select * from books.book where id = {bookId} for update")
                    .IgnoreQueryFilters()
                    .SingleOrDefaultAsync(ct);
                found?.Restore();
                return found;
            },
            ct
        );
        if (book is null)
            return GetBook.Gone.ToHttp();
        return TypedResults.Ok(book.ToView(await jobs.JobOfAsync(book, ct)));
    }
}
