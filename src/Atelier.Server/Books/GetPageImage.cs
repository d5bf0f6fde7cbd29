using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <summary>A page as the reader sees it, cut to the trim.</summary>
internal static class GetPageImage
{
    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Svg(
        Guid bookId,
        int number,
        BooksDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => Serve(bookId, number, page => page.SvgSha256, "image/svg+xml", db, assets, http, ct);

    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Png(
        Guid bookId,
        int number,
        BooksDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => Serve(bookId, number, page => page.PngSha256, "image/png", db, assets, http, ct);

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Serve(
        Guid bookId,
        int number,
        Func<BookPage, string> file,
        string mediaType,
        BooksDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    )
    {
        var page = await db
            .Pages.AsNoTracking()
            .SingleOrDefaultAsync(p => p.BookId == bookId && p.Number == number, ct);
        return page is null
            ? Problem.NotFound("page_not_found", "The finished book has no such page.").ToHttp()
            : assets.Serve(http, file(page), mediaType);
    }
}
