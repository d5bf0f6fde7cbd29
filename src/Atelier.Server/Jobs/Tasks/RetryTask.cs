using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Tasks;

public sealed record RetryTaskRequest
{
    /// <summary>A finished step to begin again with; it and what finished after it is made anew.</summary>
    [StringLength(200)]
    public string? FromStep { get; init; }
}

/// <summary>Queues a failed or cancelled task again. It goes on after its finished steps, or from an earlier one on.</summary>
internal static class RetryTask
{
    public static async Task<Results<Ok<TaskDetailView>, ProblemHttpResult>> Post(
        Guid taskId,
        RetryTaskRequest? request,
        CurrentUser user,
        JobClient jobs,
        TaskAudit audit,
        CancellationToken cancel
    )
    {
        var step = request?.FromStep;
        var outcome = await jobs.RetryAsync(taskId, step, cancel);
        if (outcome is not RetryOutcome.Queued)
            return Refusal(outcome).ToHttp();
        await audit.RecordAsync(AuditActions.TaskRetried, taskId, user, step is null ? null : new { step }, cancel);
        return await GetTask.Get(taskId, user, jobs, cancel);
    }

    private static Problem Refusal(RetryOutcome outcome) =>
        outcome switch
        {
            RetryOutcome.NotFound => GetTask.Gone,
            RetryOutcome.NoSuchStep => Problem.Invalid("fromStep", "The task has not finished a step of this name."),
            RetryOutcome.Blocked => Problem.Conflict(
                "task_already_queued",
                "Another task for the same thing is waiting or running."
            ),
            _ => Problem.Conflict("task_not_retryable", "Only a failed or cancelled task can be queued again."),
        };
}
