using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <summary>A locked page is changed by nobody and stays as it is when the book is generated again.</summary>
internal static class LockPage
{
    public static Task<Results<NoContent, ProblemHttpResult>> Lock(
        Guid bookId,
        int number,
        BooksDb db,
        CancellationToken ct
    ) => ChangeAsync(bookId, number, book => book.Lock(number), db, ct);

    public static Task<Results<NoContent, ProblemHttpResult>> Unlock(
        Guid bookId,
        int number,
        BooksDb db,
        CancellationToken ct
    ) => ChangeAsync(bookId, number, book => book.Unlock(number), db, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid bookId,
        int number,
        Action<Book> change,
        BooksDb db,
        CancellationToken ct
    )
    {
        var story = await db.Pages.AnyAsync(p => p.BookId == bookId && p.Number == number && p.Kind == "story", ct);
        if (!story)
            return BookChanges.NoSuchPage.ToHttp();
        var refusal = await db.InTransactionAsync(
            async _ =>
            {
                // Locked, so that two pages locked at once are both locked afterwards.
                var book = await db
                    .Books.FromSql($"select * from books.book where id = {bookId} for update")
                    .SingleOrDefaultAsync(ct);
                if (book is null)
                    return GetBook.Gone;
                change(book);
                return null;
            },
            ct
        );
        return refusal is null ? TypedResults.NoContent() : refusal.ToHttp();
    }
}
