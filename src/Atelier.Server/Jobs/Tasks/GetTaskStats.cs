using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.JobEngine;
using Atelier.JobEngine.Board;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

public sealed record TaskStatsRequest(
    [property: AllowedValues("1h", "24h", "7d"), DefaultValue("24h"), Description("1h, 24h or 7d.")]
        string Window = "24h"
);

/// <param name="From">The window begins with a full five minutes.</param>
/// <param name="PerHour">Runs that succeeded or failed for good.</param>
/// <param name="Wait">Seconds from when a task could run to when it first began; right to a tenth.</param>
/// <param name="Run">Seconds from the begin of a run to its end, for those that succeeded or failed.</param>
/// <param name="OldestQueuedSeconds">How long the foremost waiting tasks have waited, the longest of them.</param>
internal sealed record TaskStatsView(
    string Window,
    DateTimeOffset From,
    DateTimeOffset To,
    double PerHour,
    RunCounts Runs,
    Percentiles? Wait,
    Percentiles? Run,
    IReadOnlyList<KindStats> Kinds,
    int Queued,
    int Running,
    double? OldestQueuedSeconds
);

/// <summary>How much was done, how fast, and what failed, over everybody's tasks.</summary>
internal static class GetTaskStats
{
    public static async Task<Ok<TaskStatsView>> Get(
        [AsParameters] TaskStatsRequest request,
        JobBoard board,
        JobClient jobs,
        CancellationToken cancel
    )
    {
        var window = request.Window switch
        {
            "1h" => TimeSpan.FromHours(1),
            "7d" => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(1),
        };
        var stats = await board.StatsAsync(window, cancel);
        var lanes = await jobs.LanesAsync(cancel);
        var (runs, done) = (stats.All.Runs, stats.All.Runs.Succeeded + stats.All.Runs.Failed);
        return TypedResults.Ok(
            new TaskStatsView(
                request.Window,
                stats.From,
                stats.To,
                Math.Round(done / (stats.To - stats.From).TotalHours, 2),
                runs,
                stats.All.Wait,
                stats.All.Run,
                stats.Kinds,
                lanes.Sum(lane => lane.Queued),
                lanes.Sum(lane => lane.Running),
                lanes.Max(lane => lane.OldestQueuedSeconds)
            )
        );
    }
}
