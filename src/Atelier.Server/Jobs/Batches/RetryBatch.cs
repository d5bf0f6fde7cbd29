using System.ComponentModel;
using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

public sealed record RetryBatchRequest(
    [property: Description("Also the items that were cancelled.")] bool CancelledToo = false
);

/// <summary>Queues the failed items again. They go on after the steps that were finished.</summary>
internal static class RetryBatch
{
    public static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Post(
        Guid batchId,
        [AsParameters] RetryBatchRequest request,
        JobBatches batches,
        CancellationToken cancel
    ) =>
        await batches.RetryAsync(batchId, request.CancelledToo, cancel) > 0
            ? await GetBatch.Get(batchId, batches, cancel)
            : Problem.Conflict("batch_nothing_to_retry", "No item of the batch has failed.").ToHttp();
}
