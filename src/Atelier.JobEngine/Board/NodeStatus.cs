namespace Atelier.JobEngine.Board;

public enum NodeState
{
    /// <summary>Its lease holds.</summary>
    Live,

    /// <summary>It is stopping, and takes nothing new.</summary>
    Draining,

    /// <summary>Its lease ran out: others go on with its jobs.</summary>
    Lost,
}

/// <param name="Slots">How many jobs of the lane it runs at a time.</param>
public sealed record NodeLane(string Name, int Slots, int Running);

/// <summary>One start of one process.</summary>
/// <param name="Id">A new one for every start, and after a lost lease.</param>
/// <param name="Role">What the process does: all, web or worker.</param>
/// <param name="Lanes">None for a process that runs no jobs.</param>
/// <param name="Load">0 to 1: the share of its machine's processors it used lately.</param>
/// <param name="BeatAt">When it was last heard of, by the database's clock as all times here.</param>
/// <param name="Leads">It did last what one node at a time does for all: rescuing, waking what is due, clearing away.</param>
public sealed record NodeStatus(
    int Id,
    string Name,
    string? Version,
    string? Role,
    NodeState State,
    IReadOnlyList<NodeLane> Lanes,
    double? Load,
    DateTimeOffset StartedAt,
    DateTimeOffset BeatAt,
    bool Leads
);
