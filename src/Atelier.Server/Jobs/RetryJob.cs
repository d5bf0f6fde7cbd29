using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

/// <summary>Queues a failed or cancelled job again. It goes on after the steps that were finished.</summary>
internal static class RetryJob
{
    public static async Task<Results<Ok<JobDetailView>, ProblemHttpResult>> Post(
        Guid jobId,
        JobClient jobs,
        CancellationToken cancel
    ) =>
        await jobs.RetryAsync(jobId, cancel) switch
        {
            RetryOutcome.Queued => await GetJob.Get(jobId, jobs, cancel),
            RetryOutcome.Blocked => Problem
                .Conflict("job_already_queued", "Another job for the same thing is waiting or running.")
                .ToHttp(),
            RetryOutcome.NotFound => GetJob.Gone.ToHttp(),
            _ => Problem.Conflict("job_not_retryable", "Only a failed or cancelled job can be queued again.").ToHttp(),
        };
}
