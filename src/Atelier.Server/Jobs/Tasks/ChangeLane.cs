using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

/// <summary>Opens and closes a lane on all nodes, until somebody says otherwise: a restart does not.</summary>
internal sealed class ChangeLane(JobClient jobs, TaskAudit audit)
{
    /// <summary>Nothing new begins; what runs goes on to its end.</summary>
    public static Task<Results<Ok<LaneStatus>, ProblemHttpResult>> Pause(
        string lane,
        CurrentUser user,
        ChangeLane change,
        CancellationToken cancel
    ) => change.ToAsync(LaneMode.Paused, AuditActions.LanePaused, lane, user, cancel);

    public static Task<Results<Ok<LaneStatus>, ProblemHttpResult>> Resume(
        string lane,
        CurrentUser user,
        ChangeLane change,
        CancellationToken cancel
    ) => change.ToAsync(LaneMode.Open, AuditActions.LaneResumed, lane, user, cancel);

    /// <summary>Nothing new begins; what runs stops at its next step and goes back into the queue.</summary>
    public static Task<Results<Ok<LaneStatus>, ProblemHttpResult>> Drain(
        string lane,
        CurrentUser user,
        ChangeLane change,
        CancellationToken cancel
    ) => change.ToAsync(LaneMode.Draining, AuditActions.LaneDrained, lane, user, cancel);

    private async Task<Results<Ok<LaneStatus>, ProblemHttpResult>> ToAsync(
        LaneMode mode,
        string action,
        string lane,
        CurrentUser user,
        CancellationToken cancel
    )
    {
        if (await FindAsync(lane, cancel) is null)
            return Problem.NotFound("lane_not_found", "There is no such lane.").ToHttp();
        if (!user.LooksAfterTasks())
            return Problem
                .Forbidden("insufficient_scope", $"This takes the scope {TaskRoutes.Staff} as well.")
                .ToHttp();
        await jobs.SetLaneModeAsync(lane, mode, cancel);
        await audit.RecordLaneAsync(action, lane, cancel);
        return TypedResults.Ok((await FindAsync(lane, cancel))!);
    }

    private async Task<LaneStatus?> FindAsync(string name, CancellationToken cancel) =>
        (await jobs.LanesAsync(cancel)).FirstOrDefault(lane => lane.Name == name);
}
