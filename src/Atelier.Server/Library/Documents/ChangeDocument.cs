using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

/// <summary>What is left out stays as it is.</summary>
public sealed record ChangeDocumentRequest
{
    [StringLength(200, MinimumLength = 1), RegularExpression(@"[\s\S]*\S[\s\S]*")]
    public string? Title { get; init; }

    public Guid? ProjectId { get; init; }

    /// <summary>Takes the document out of its project.</summary>
    public bool NoProject { get; init; }
}

internal static class ChangeDocument
{
    public static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> Patch(
        Guid documentId,
        ChangeDocumentRequest request,
        CurrentUser user,
        IProjects projects,
        LibraryDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId, ct);
        if (document is null)
            return GetDocument.Gone.ToHttp();
        if (request.Title is { } title)
            document.Rename(title, clock.GetUtcNow());
        if (request.ProjectId is not null || request.NoProject)
            document.Move(request.NoProject ? null : request.ProjectId, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetDocument.Gone.ToHttp();
        }
        return TypedResults.Ok(document.ToView(await jobs.JobOfAsync(document, ct)));
    }
}
