using Atelier.JobEngine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

internal static class DeleteDocument
{
    /// <summary>With everything that was derived from it, and for good. Its job is stopped first.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid documentId,
        LibraryDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var found = await db
            .Documents.Where(d => d.Id == documentId)
            .Select(d => new { d.JobId })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return GetDocument.Gone.ToHttp();
        // Before the row: the job's transaction holds it until the job has noticed.
        if (found.JobId is { } job)
            await jobs.CancelAsync(job, ct);
        return await db.Documents.Where(d => d.Id == documentId).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : GetDocument.Gone.ToHttp();
    }
}
