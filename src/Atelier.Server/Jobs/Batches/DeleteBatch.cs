using Atelier.JobEngine;
using Atelier.JobEngine.Batches;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

/// <summary>Forgets a finished batch. Its jobs and what they made stay.</summary>
internal static class DeleteBatch
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid batchId,
        JobBatches batches,
        CancellationToken cancel
    ) =>
        await batches.DeleteAsync(batchId, cancel) switch
        {
            DeleteOutcome.Deleted => TypedResults.NoContent(),
            DeleteOutcome.NotFound => GetBatch.Gone.ToHttp(),
            _ => Problem.Conflict("batch_not_finished", "Cancel the batch first: it has not finished.").ToHttp(),
        };
}
