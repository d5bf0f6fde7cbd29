using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <param name="Page">The printed page that was changed; null when all were.</param>
/// <param name="Restored">The version this one went back to.</param>
/// <param name="Words">What the changed page says since.</param>
/// <param name="Current">What the book is now.</param>
public sealed record BookVersionView(
    int Number,
    VersionCause Cause,
    int? Page,
    int? Restored,
    string Title,
    string? Words,
    bool Current,
    DateTimeOffset CreatedAt
);

public sealed record BookVersionsView(IReadOnlyList<BookVersionView> Items);

internal static class ListVersions
{
    /// <summary>The latest thirty, newest first.</summary>
    public static async Task<Ok<BookVersionsView>> Get(Guid bookId, BooksDb db, CancellationToken ct)
    {
        var items = await (
            from version in db.Versions
            join book in db.Books on version.BookId equals book.Id
            where book.Id == bookId
            orderby version.Number descending
            select new BookVersionView(
                version.Number,
                version.Cause,
                version.Page,
                version.Restored,
                version.Title,
                version.Words,
                version.Number == book.Version,
                version.CreatedAt
            )
        ).ToListAsync(ct);
        return TypedResults.Ok(new BookVersionsView(items));
    }
}
