using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

internal static class GetTask
{
    public static async Task<Results<Ok<TaskDetailView>, ProblemHttpResult>> Get(
        Guid taskId,
        CurrentUser user,
        JobClient jobs,
        CancellationToken cancel
    )
    {
        if (await jobs.GetAsync(taskId, cancel) is not { } detail)
            return Gone.ToHttp();
        var log = await TaskLog.TailAsync(jobs, detail.Job, cancel);
        var isOwn = detail.Job.OwnerId == user.Id;
        return TypedResults.Ok(new TaskDetailView(detail, log, isOwn, user.LooksAfterTasks()));
    }

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("task_not_found", "There is no such task.");
}
