namespace Atelier.JobEngine.Nodes;

/// <summary>What is stored in jobs.job.state. See docs/states/job.md.</summary>
internal static class StoredState
{
    public const short Scheduled = 0;
    public const short Ready = 1;
    public const short Running = 2;
    public const short Done = 3;
    public const short Cancelled = 4;
    public const short Dead = 5;
    public const short Held = 6;

    public static JobState Outward(short stored) =>
        stored switch
        {
            Running => JobState.Running,
            Done => JobState.Succeeded,
            Cancelled => JobState.Cancelled,
            Dead => JobState.Failed,
            _ => JobState.Queued,
        };

    public static short[] Stored(JobState outward) =>
        outward switch
        {
            JobState.Running => [Running],
            JobState.Succeeded => [Done],
            JobState.Cancelled => [Cancelled],
            JobState.Failed => [Dead],
            _ => [Scheduled, Ready, Held],
        };
}

/// <summary>What is stored in jobs.job_event.type, with its name outside.</summary>
internal static class EventType
{
    public const short Queued = 1;
    public const short Running = 2;
    public const short Progress = 3;
    public const short Step = 4;
    public const short Retrying = 5;
    public const short HandedBack = 6;
    public const short Rescued = 7;
    public const short CancelRequested = 8;
    public const short Succeeded = 9;
    public const short Failed = 10;
    public const short Cancelled = 11;

    private static readonly string[] Names =
    [
        "unknown",
        "queued",
        "running",
        "progress",
        "step",
        "retrying",
        "handed_back",
        "rescued",
        "cancel_requested",
        "succeeded",
        "failed",
        "cancelled",
    ];

    public static string Name(short type) => type > 0 && type < Names.Length ? Names[type] : Names[0];

    public static bool Ends(string name) => name is "succeeded" or "failed" or "cancelled";
}

/// <summary>What is stored in jobs.job_attempt.outcome, and how a run reports its end.</summary>
internal enum Ending : short
{
    Succeeded = 0,
    Failed = 1,
    FailedForGood = 2,
    Cancelled = 3,
    HandedBack = 4,
    Crashed = 5,
}
