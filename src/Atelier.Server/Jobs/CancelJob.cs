using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

/// <summary>A waiting job is cancelled at once; a running one stays running until it noticed, within a second.</summary>
internal static class CancelJob
{
    public static async Task<Results<Ok<JobDetailView>, ProblemHttpResult>> Post(
        Guid jobId,
        JobClient jobs,
        CancellationToken cancel
    ) =>
        await jobs.CancelAsync(jobId, cancel) switch
        {
            CancelOutcome.AlreadyFinished => Problem.Conflict("job_finished", "The job has already finished.").ToHttp(),
            CancelOutcome.NotFound => GetJob.Gone.ToHttp(),
            _ => await GetJob.Get(jobId, jobs, cancel),
        };
}
