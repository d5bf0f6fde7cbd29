using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs;

public sealed record ListJobEventsRequest(
    [property: Range(0, int.MaxValue), DefaultValue(0), Description("Only events with a larger seq.")] int After = 0,
    [property: Range(1, 500), DefaultValue(100), Description("Events on a page.")] int Limit = 100
);

/// <summary>What happened to a job, oldest first. The nextCursor is the next page's <c>after</c>.</summary>
internal static class ListJobEvents
{
    public static async Task<Ok<Page<JobEvent>>> Get(
        Guid jobId,
        [AsParameters] ListJobEventsRequest request,
        JobClient jobs,
        CancellationToken cancel
    )
    {
        var events = await jobs.EventsAsync(jobId, request.After, request.Limit + 1, cancel);
        if (events.Count <= request.Limit)
            return TypedResults.Ok(new Page<JobEvent>(events, null));
        var page = events.Take(request.Limit).ToList();
        return TypedResults.Ok(new Page<JobEvent>(page, page[^1].Seq.ToString(CultureInfo.InvariantCulture)));
    }
}
