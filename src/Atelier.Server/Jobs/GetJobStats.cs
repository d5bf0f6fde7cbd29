using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

/// <summary>How many of the caller's jobs are in which state.</summary>
internal static class GetJobStats
{
    public static async Task<Ok<JobStats>> Get(CurrentUser user, JobClient jobs, CancellationToken cancel) =>
        TypedResults.Ok(await jobs.StatsAsync(user.Id, cancel));
}
