using System.Text.Json;
using Atelier.JobEngine;

namespace Atelier.Jobs;

/// <param name="Fraction">0 to 1.</param>
internal sealed record JobProgressView(double Fraction, string? Message);

/// <summary>A job in a list.</summary>
internal record JobView
{
    public JobView(JobSummary job)
    {
        (Id, Kind, State, ProjectId, Subject) = (job.Id, job.Kind, job.State, job.ProjectId, job.Subject);
        (Priority, Attempt, MaxAttempts) = (job.Priority, job.Attempt, job.MaxAttempts);
        Progress = job.Progress is { } fraction ? new(fraction, job.Message) : null;
        (Error, LastSeq, CancelRequestedAt) = (job.Error, job.LastSeq, job.CancelRequestedAt);
        (CreatedAt, RunAt, StartedAt, FinishedAt) = (job.CreatedAt, job.RunAt, job.StartedAt, job.FinishedAt);
    }

    public Guid Id { get; }

    public string Kind { get; }

    public JobState State { get; }

    public Guid? ProjectId { get; }

    /// <summary>What it is about, such as <c>book:0198…</c>.</summary>
    public string? Subject { get; }

    /// <summary>0 runs first, 9 last.</summary>
    public int Priority { get; }

    public int Attempt { get; }

    public int MaxAttempts { get; }

    public JobProgressView? Progress { get; }

    public JobError? Error { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset RunAt { get; }

    public DateTimeOffset? StartedAt { get; }

    public DateTimeOffset? FinishedAt { get; }

    public DateTimeOffset? CancelRequestedAt { get; }

    /// <summary>Sequence number of its newest event: ask for the events after it to follow on.</summary>
    public int LastSeq { get; }
}

/// <summary>A job with everything known about it.</summary>
internal sealed record JobDetailView : JobView
{
    public JobDetailView(JobDetail detail)
        : base(detail.Job) => (Result, Steps, Attempts) = (detail.Result, detail.Steps, WithoutNodes(detail.Attempts));

    /// <summary>What it made, in the words of its handler; null until it succeeded.</summary>
    public JsonElement? Result { get; }

    public IReadOnlyList<JobStep> Steps { get; }

    public IReadOnlyList<JobAttempt> Attempts { get; }

    /// <summary>Which machine did it is for those who look after machines.</summary>
    internal static IReadOnlyList<JobAttempt> WithoutNodes(IReadOnlyList<JobAttempt> attempts) =>
        [.. attempts.Select(attempt => attempt with { Node = null })];
}
