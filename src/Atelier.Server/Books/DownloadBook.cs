using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class DownloadBook
{
    public static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Get(
        Guid bookId,
        string format,
        BooksDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!BookFileNames.Formats.Contains(format))
            return Problem
                .Invalid("format", $"The format is one of {string.Join(", ", BookFileNames.Formats)}.")
                .ToHttp();
        var found = await (
            from book in db.Books
            join made in db.Files.Where(f => f.Format == format) on book.Id equals made.BookId into files
            from file in files.DefaultIfEmpty()
            where book.Id == bookId
            select new { book.Title, File = file }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return GetBook.Gone.ToHttp();
        if (found.File is null)
            return Problem.Conflict("book_not_made", "This book has not been made yet: generate it first.").ToHttp();
        return assets.Serve(http, found.File.Sha256, found.File.MediaType, BookFileNames.Of(found.Title, format));
    }
}
