using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

/// <summary>A waiting task is cancelled at once; a running one stays running until it noticed, within a second.</summary>
internal static class CancelTask
{
    public static async Task<Results<Ok<TaskDetailView>, ProblemHttpResult>> Post(
        Guid taskId,
        CurrentUser user,
        JobClient jobs,
        TaskAudit audit,
        CancellationToken cancel
    )
    {
        var outcome = await jobs.CancelAsync(taskId, cancel);
        if (outcome is CancelOutcome.NotFound)
            return GetTask.Gone.ToHttp();
        if (outcome is CancelOutcome.AlreadyFinished)
            return Problem.Conflict("task_finished", "The task has already finished.").ToHttp();
        await audit.RecordAsync(AuditActions.TaskCancelled, taskId, user, details: null, cancel);
        return await GetTask.Get(taskId, user, jobs, cancel);
    }
}
