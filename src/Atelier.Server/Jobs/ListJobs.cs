using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

public sealed record ListJobsRequest(
    [property: AllowedValues(null, "queued", "running", "succeeded", "failed", "cancelled")]
    [property: Description("queued, running, succeeded, failed or cancelled.")]
        string? State = null,
    [property: StringLength(100), Description("A kind of job, such as books.make_book.v1.")] string? Kind = null,
    [property: Description("Only the jobs of this project.")] Guid? Project = null
);

/// <summary>The caller's jobs, newest first.</summary>
internal static class ListJobs
{
    public static async Task<Results<Ok<Page<JobView>>, ProblemHttpResult>> Get(
        [AsParameters] ListJobsRequest request,
        [AsParameters] PageRequest page,
        CurrentUser user,
        JobClient jobs,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        JobState? state = request.State is { } name ? Enum.Parse<JobState>(name, ignoreCase: true) : null;
        var filter = new JobFilter(user.Id, request.Project, state, request.Kind, after, page.Take);
        var rows = await jobs.ListAsync(filter, cancel);
        return TypedResults.Ok(page.Of([.. rows.Select(job => new JobView(job))], job => job.Id));
    }
}
