using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

/// <summary>Cancels the items that have not finished; what is made stays.</summary>
internal static class CancelBatch
{
    public static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Post(
        Guid batchId,
        JobBatches batches,
        CancellationToken cancel
    ) =>
        await batches.CancelAsync(batchId, cancel) > 0
            ? await GetBatch.Get(batchId, batches, cancel)
            : Problem.Conflict("batch_finished", "All items of the batch have finished.").ToHttp();
}
