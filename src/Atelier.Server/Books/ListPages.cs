using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <param name="Kind">title, copyright, dedication, story, end or about.</param>
/// <param name="Svg">Where the page is; another address when it looks different.</param>
/// <param name="Readability">Of a story page; null where the page carries no story.</param>
/// <param name="Locked">It stays as it is when the book is generated again.</param>
public sealed record BookPageView(
    int Number,
    string Kind,
    string Text,
    string AltText,
    string Svg,
    string Png,
    PageReading? Readability,
    bool Locked
);

public sealed record BookPagesView(IReadOnlyList<BookPageView> Items);

internal static class ListPages
{
    /// <summary>All pages of the finished book, at most forty; none before it is made.</summary>
    public static async Task<Ok<BookPagesView>> Get(Guid bookId, BooksDb db, CancellationToken ct)
    {
        var pages = await db.Pages.AsNoTracking().Where(p => p.BookId == bookId).OrderBy(p => p.Number).ToListAsync(ct);
        var locked = await db.Books.Where(b => b.Id == bookId).Select(b => b.LockedPages).SingleOrDefaultAsync(ct);
        return TypedResults.Ok(new BookPagesView([.. pages.Select(page => ToView(page, locked ?? []))]));
    }

    private static BookPageView ToView(BookPage page, int[] locked)
    {
        var path = $"/api/v1/books/{page.BookId}/pages/{page.Number}";
        return new(
            page.Number,
            page.Kind,
            page.Text,
            page.AltText,
            $"{path}/svg?v={page.SvgSha256[..12]}",
            $"{path}/png?v={page.PngSha256[..12]}",
            page.Readability?.Deserialize<PageReading>(JsonSerializerOptions.Web),
            locked.Contains(page.Number)
        );
    }
}
