using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

/// <summary>Forgets a finished job. What it made stays.</summary>
internal static class DeleteJob
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid jobId,
        JobClient jobs,
        CancellationToken cancel
    ) =>
        await jobs.DeleteAsync(jobId, cancel) switch
        {
            DeleteOutcome.Deleted => TypedResults.NoContent(),
            DeleteOutcome.NotFound => GetJob.Gone.ToHttp(),
            _ => Problem.Conflict("job_not_finished", "Cancel the job first: it has not finished.").ToHttp(),
        };
}
