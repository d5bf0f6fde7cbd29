namespace Atelier.Library.Mirrors;

public enum MirrorState
{
    /// <summary>It has what the library has.</summary>
    Current,

    /// <summary>Documents wait to be told.</summary>
    Behind,

    /// <summary>It works, but does not take some documents.</summary>
    Refusing,

    /// <summary>It cannot be reached, or takes nothing.</summary>
    Down,
}

/// <summary>How a mirror stands.</summary>
/// <param name="Target">Where it is.</param>
/// <param name="Waiting">Documents it has yet to be told of.</param>
/// <param name="Refused">Those of them that it did not take, and that are tried again later.</param>
/// <param name="Error">What went wrong last; null while nothing does.</param>
/// <param name="PausedUntil">It is left alone until then.</param>
public sealed record MirrorView(
    string Name,
    string Target,
    MirrorState State,
    long Waiting,
    long Refused,
    string? Error,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? DeliveredAt
);

/// <param name="Documents">How many it is told of again.</param>
public sealed record RebuildView(long Documents);
