using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books.Editing;

/// <param name="Version">The version of the book that was seen.</param>
public sealed record RestoreVersionRequest([property: Range(0, int.MaxValue)] int Version);

internal static class RestoreVersion
{
    /// <summary>The book becomes what it was, as a new version: nothing in between is lost.</summary>
    public static async Task<Results<Accepted<GenerateBookView>, ProblemHttpResult>> Post(
        Guid bookId,
        int number,
        RestoreVersionRequest request,
        BooksDb db,
        BookChanges changes,
        CancellationToken ct
    )
    {
        if (!await db.Versions.AnyAsync(v => v.BookId == bookId && v.Number == number, ct))
            return Problem
                .NotFound("version_not_found", "This book has no such version, or keeps it no more.")
                .ToHttp();
        var change = new BookChange(request.Version, VersionCause.Restored, Restore: number);
        var (job, refused) = await changes.OrderAsync(bookId, change, ct);
        return refused is not null
            ? refused.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{job}", new GenerateBookView(job));
    }
}
