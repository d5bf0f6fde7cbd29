using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

internal static class ListBooks
{
    /// <summary>The caller's own, newest first, of one project when asked.</summary>
    public static async Task<Results<Ok<Page<BookView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? projectId,
        CurrentUser user,
        BooksDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var books = await db
            .Books.AsNoTracking()
            .Where(b => b.OwnerId == user.Id && (after == null || b.Id < after))
            .Where(b => projectId == null || b.ProjectId == projectId)
            .OrderByDescending(b => b.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        var views = new List<BookView>(books.Count);
        foreach (var book in books)
            views.Add(book.ToView(await jobs.JobOfAsync(book, ct)));
        return TypedResults.Ok(page.Of(views, view => view.Id));
    }
}
