using System.Text.Json;
using Atelier.JobEngine;

namespace Atelier.Jobs.Tasks;

/// <summary>A job as those see it who look after all of them. What it was asked to do is its owner's alone.</summary>
internal record TaskView : JobView
{
    public TaskView(JobSummary job)
        : base(job) => (OwnerId, Lane) = (job.OwnerId, job.Lane);

    public Guid OwnerId { get; }

    public string Lane { get; }
}

/// <summary>A task with everything known about it.</summary>
internal sealed record TaskDetailView : TaskView
{
    public TaskDetailView(JobDetail detail, IReadOnlyList<TaskLogLine> log, bool forOwner)
        : base(detail.Job)
    {
        (Steps, Attempts, Log) = (detail.Steps, detail.Attempts, log);
        Result = forOwner ? detail.Result : null;
    }

    /// <summary>What it made, in the words of its handler; null until it succeeded, and for everybody but its owner.</summary>
    public JsonElement? Result { get; }

    /// <summary>Finished steps: a retry goes on after them, or begins again with one of them.</summary>
    public IReadOnlyList<JobStep> Steps { get; }

    public IReadOnlyList<JobAttempt> Attempts { get; }

    /// <summary>The newest lines of what happened to it, the oldest first.</summary>
    public IReadOnlyList<TaskLogLine> Log { get; }
}
