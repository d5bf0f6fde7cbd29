using System.Text.Json;

namespace Atelier.JobEngine;

/// <summary>A job's state as people see it. A queued job may be waiting for its time or for another attempt.</summary>
public enum JobState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

/// <summary>Why a job did not do what it should: a stable code and a sentence. Never a stack trace.</summary>
public sealed record JobError(string Code, string Message);

/// <summary>A job as a list shows it.</summary>
/// <param name="Progress">0 to 1, null before the first report.</param>
/// <param name="Attempt">How many attempts were started, the running one included.</param>
/// <param name="CancelRequestedAt">Set as soon as somebody asked; a running job is cancelled once it noticed.</param>
public sealed record JobSummary(
    Guid Id,
    string Kind,
    string Lane,
    JobState State,
    Guid OwnerId,
    Guid? ProjectId,
    string? Subject,
    int Priority,
    int Attempt,
    int MaxAttempts,
    double? Progress,
    string? Message,
    DateTimeOffset CreatedAt,
    DateTimeOffset RunAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? CancelRequestedAt,
    JobError? Error,
    int LastSeq
);

/// <summary>A finished step, in the order they finished.</summary>
public sealed record JobStep(string Name, int Milliseconds, DateTimeOffset FinishedAt);

/// <summary>One run of the job that ended.</summary>
/// <param name="Outcome">succeeded, failed, cancelled, crashed or handed_back.</param>
/// <param name="Node">Where it ran, by the node's name while that is known.</param>
public sealed record JobAttempt(
    int Attempt,
    string Outcome,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    JobError? Error,
    string? Node = null
);

/// <param name="Node">Where it runs now.</param>
public sealed record JobDetail(
    JobSummary Job,
    JsonElement? Result,
    IReadOnlyList<JobStep> Steps,
    IReadOnlyList<JobAttempt> Attempts,
    string? Node = null
);

/// <param name="Before">A page ends before this job: the last id of the page read so far.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record JobFilter(
    Guid? OwnerId = null,
    Guid? ProjectId = null,
    JobState? State = null,
    string? Kind = null,
    Guid? Before = null,
    int Limit = 20
);

/// <param name="OldestQueuedSeconds">Age of the longest-waiting job that could run now.</param>
public sealed record JobStats(
    int Queued,
    int Running,
    int Succeeded,
    int Failed,
    int Cancelled,
    double? OldestQueuedSeconds
);

/// <summary>Something that happened to a job.</summary>
/// <param name="Seq">Counts up from 1 within the job, without holes: a gap means something was missed.</param>
/// <param name="Type">
/// queued, running, progress {fraction, message}, step {name, milliseconds}, retrying {error, delayMilliseconds},
/// handed_back, rescued, cancel_requested, succeeded {result}, failed {error}, cancelled.
/// </param>
/// <param name="BatchId">The batch the job belongs to, if any.</param>
public sealed record JobEvent(
    Guid JobId,
    Guid OwnerId,
    Guid? ProjectId,
    string Kind,
    int Seq,
    string Type,
    DateTimeOffset At,
    JsonElement? Data,
    Guid? BatchId = null
);
