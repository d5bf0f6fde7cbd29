using System.Globalization;
using System.Text;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class DownloadBook
{
    /// <summary>What `format` takes, and what the downloaded file's name ends in.</summary>
    public static readonly Dictionary<string, string> Endings = new()
    {
        ["pdf"] = ".pdf",
        ["cover"] = "-cover.pdf",
        ["cover-image"] = "-cover.png",
        ["epub"] = ".epub",
        ["manifest"] = "-manifest.json",
        ["contact-sheet"] = "-pages.png",
    };

    public static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Get(
        Guid bookId,
        string format,
        BooksDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!Endings.TryGetValue(format, out var ending))
            return Problem.Invalid("format", $"The format is one of {string.Join(", ", Endings.Keys)}.").ToHttp();
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
        return assets.Serve(http, found.File.Sha256, found.File.MediaType, Slug(found.Title) + ending);
    }

    /// <summary>A file name that every system takes: letters and digits of any script, joined by hyphens.</summary>
    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes().Take(80))
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        var name = slug.ToString().TrimEnd('-');
        return name.Length == 0 ? "book" : name;
    }
}
