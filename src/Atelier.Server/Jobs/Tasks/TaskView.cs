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
    /// <param name="forOwner">Somebody whose it is, or somebody who looks after it, or both.</param>
    public TaskDetailView(JobDetail detail, IReadOnlyList<TaskLogLine> log, bool forOwner, bool forStaff)
        : base(detail.Job)
    {
        (Steps, Log) = (detail.Steps, log);
        Result = forOwner ? detail.Result : null;
        Attempts = forStaff ? detail.Attempts : JobDetailView.WithoutNodes(detail.Attempts);
        Node = forStaff ? detail.Node : null;
    }

    /// <summary>What it made, in the words of its handler; null until it succeeded, and for everybody but its owner.</summary>
    public JsonElement? Result { get; }

    /// <summary>Finished steps: a retry goes on after them, or begins again with one of them.</summary>
    public IReadOnlyList<JobStep> Steps { get; }

    public IReadOnlyList<JobAttempt> Attempts { get; }

    /// <summary>Where it runs now; for those who look after nodes.</summary>
    public string? Node { get; }

    /// <summary>The newest lines of what happened to it, the oldest first.</summary>
    public IReadOnlyList<TaskLogLine> Log { get; }
}
