using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Books;

/// <summary>What is left out stays as it is. The finished files keep what they say until the book is generated again.</summary>
public sealed record ChangeBookRequest
{
    public Guid? ProjectId { get; init; }

    /// <summary>Takes the place of the whole brief.</summary>
    public BookBrief? Brief { get; init; }

    [StringLength(120, MinimumLength = 1)]
    public string? Title { get; init; }
}

internal static class ChangeBook
{
    public static async Task<Results<Ok<BookView>, ProblemHttpResult>> Patch(
        Guid bookId,
        ChangeBookRequest request,
        CurrentUser user,
        IProjects projects,
        BooksDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var book = await db.Books.SingleOrDefaultAsync(b => b.Id == bookId, ct);
        if (book is null)
            return GetBook.Gone.ToHttp();
        var job = await jobs.JobOfAsync(book, ct);
        if (BookViews.StateOf(book, job) is BookState.Generating)
            return GenerateBook.Busy.ToHttp();
        var brief = request.Brief ?? book.Brief;
        book.Revise(
            brief with
            {
                Title = request.Title ?? brief.Title,
            },
            request.ProjectId ?? book.ProjectId,
            clock.GetUtcNow()
        );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetBook.Gone.ToHttp();
        }
        return TypedResults.Ok(book.ToView(job));
    }
}
