using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

internal static class GetDocument
{
    public static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> Get(
        Guid documentId,
        LibraryDb db,
        JobClient jobs,
        CancellationToken ct
    ) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct) is { } document
            ? TypedResults.Ok(document.ToView(await jobs.JobOfAsync(document, ct)))
            : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("document_not_found", "There is no such document.");

    public static Problem NotReady =>
        Problem.Conflict("document_not_ready", "This document is not read yet. Wait for its job.");
}
