using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Books;

/// <summary>A brief, and the project the book belongs to.</summary>
public sealed record CreateBookRequest : BookBrief
{
    public Guid? ProjectId { get; init; }
}

internal static class CreateBook
{
    public static async Task<Results<Created<BookView>, ProblemHttpResult>> Post(
        CreateBookRequest request,
        CurrentUser user,
        IProjects projects,
        BooksDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var book = Book.Order(user.Id, request.ProjectId, request.BriefAlone(), clock.GetUtcNow());
        db.Books.Add(book);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/books/{book.Id}", book.ToView(job: null));
    }
}
