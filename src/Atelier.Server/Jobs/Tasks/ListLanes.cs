using Atelier.JobEngine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

/// <summary>Every lane over all nodes.</summary>
internal static class ListLanes
{
    public static async Task<Ok<IReadOnlyList<LaneStatus>>> Get(JobClient jobs, CancellationToken cancel) =>
        TypedResults.Ok(await jobs.LanesAsync(cancel));
}
