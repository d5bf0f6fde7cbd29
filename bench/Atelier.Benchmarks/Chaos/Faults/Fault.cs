namespace Atelier.Benchmarks.Chaos.Faults;

internal enum FaultKind
{
    /// <summary>SIGKILL, and a start after the length, as the older or the newest version.</summary>
    Kill,

    /// <summary>SIGTERM, and a start when it has stopped; killed when it has not within the length.</summary>
    Stop,

    /// <summary>SIGSTOP and SIGCONT within the lease.</summary>
    ShortFreeze,

    /// <summary>SIGSTOP and SIGCONT after the lease.</summary>
    LongFreeze,

    /// <summary><c>pg_ctl stop -m immediate</c> and start.</summary>
    RestartDatabase,

    /// <summary><c>pg_terminate_backend</c> of a third of all sessions.</summary>
    EndSessions,

    /// <summary>The connection that listens stays open and silent.</summary>
    SilentListener,

    /// <summary>Half of a node's connections stay open and silent, whatever they were in the middle of.</summary>
    SilentConnections,

    /// <summary>A node's way to the database is closed; what was on it arrives when it opens again.</summary>
    Partition,

    /// <summary>A node's statements arrive, their answers do not: "wrote, then reported a time-out".</summary>
    LostAnswers,

    /// <summary>The same for those who queue, cancel and retry.</summary>
    LostAnswersOfWriters,

    /// <summary>A lane is paused and opened again.</summary>
    PauseLane,

    /// <summary>A lane is emptied and opened again.</summary>
    DrainLane,
}

/// <param name="Node">Which node, where it is one that is hit.</param>
/// <param name="Dice">What else has to be decided.</param>
internal sealed record Fault(TimeSpan At, FaultKind Kind, int Node, TimeSpan Length, int Dice);
