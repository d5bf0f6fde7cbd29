using Atelier.JobEngine.Board;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

/// <summary>The processes of this studio: those that are there, and those that were lost within the last hour.</summary>
internal static class ListNodes
{
    public static async Task<Ok<IReadOnlyList<NodeStatus>>> Get(JobBoard board, CancellationToken cancel) =>
        TypedResults.Ok(await board.NodesAsync(cancel));
}
