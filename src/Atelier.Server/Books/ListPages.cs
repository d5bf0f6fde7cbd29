using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <param name="Kind">title, copyright, dedication, story, end or about.</param>
/// <param name="Readability">The measured numbers of a story page.</param>
public sealed record BookPageView(
    int Number,
    string Kind,
    string Text,
    string AltText,
    string Svg,
    string Png,
    JsonElement? Readability
);

public sealed record BookPagesView(IReadOnlyList<BookPageView> Items);

internal static class ListPages
{
    /// <summary>All pages of the finished book, at most forty; none before it is made.</summary>
    public static async Task<Ok<BookPagesView>> Get(Guid bookId, BooksDb db, CancellationToken ct)
    {
        var pages = await db.Pages.AsNoTracking().Where(p => p.BookId == bookId).OrderBy(p => p.Number).ToListAsync(ct);
        return TypedResults.Ok(new BookPagesView([.. pages.Select(ToView)]));
    }

    private static BookPageView ToView(BookPage page)
    {
        var path = $"/api/v1/books/{page.BookId}/pages/{page.Number}";
        return new(
            page.Number,
            page.Kind,
            page.Text,
            page.AltText,
            path + "/svg",
            path + "/png",
            page.Readability?.RootElement
        );
    }
}
