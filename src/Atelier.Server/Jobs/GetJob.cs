using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

internal static class GetJob
{
    public static async Task<Results<Ok<JobDetailView>, ProblemHttpResult>> Get(
        Guid jobId,
        JobClient jobs,
        CancellationToken cancel
    ) => await jobs.GetAsync(jobId, cancel) is { } job ? TypedResults.Ok(new JobDetailView(job)) : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("job_not_found", "There is no such job.");
}
