namespace Atelier.JobEngine.Nodes;

/// <summary>A job this node holds. Every write for it carries the fence and the node, and does nothing if they changed.</summary>
internal sealed record ClaimedJob(
    long Id,
    Guid PublicId,
    string Kind,
    Guid OwnerId,
    Guid? ProjectId,
    int Attempt,
    int MaxAttempts,
    int Fence,
    int NodeId,
    string Args,
    string? Trace = null,
    double WaitedSeconds = 0
);

internal enum StopReason
{
    None,
    Cancelled,
    Draining,
    LeaseLost,
}

/// <summary>The job belongs to somebody else now; whatever this run still does must not be written.</summary>
internal sealed class JobLostException() : OperationCanceledException("The job is no longer held by this node.");

/// <summary>How a run ended, on its way to the database.</summary>
internal sealed record RunEnd(
    JobRun Run,
    Ending Ending,
    TimeSpan RetryAfter = default,
    string? Result = null,
    JobError? Error = null
);
