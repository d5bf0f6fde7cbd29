using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

internal static class GetBatch
{
    public static async Task<Results<Ok<BatchView>, ProblemHttpResult>> Get(
        Guid batchId,
        JobBatches batches,
        CancellationToken cancel
    ) => await batches.GetAsync(batchId, cancel) is { } batch ? TypedResults.Ok(new BatchView(batch)) : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("batch_not_found", "There is no such batch.");
}
