namespace Atelier.JobEngine.Board;

/// <summary>Seconds within which that share of them was done; right to a tenth.</summary>
public sealed record Percentiles(double P50, double P95, double P99);

/// <summary>How runs ended.</summary>
/// <param name="Retried">Failed, and were tried again.</param>
/// <param name="Failed">Failed for good.</param>
/// <param name="HandedBack">Went back into the queue unharmed, because their node stopped or their lane was emptied.</param>
/// <param name="Crashed">Their node died.</param>
public sealed record RunCounts(int Succeeded, int Retried, int Failed, int Cancelled, int HandedBack, int Crashed)
{
    public static RunCounts operator +(RunCounts one, RunCounts other) =>
        new(
            one.Succeeded + other.Succeeded,
            one.Retried + other.Retried,
            one.Failed + other.Failed,
            one.Cancelled + other.Cancelled,
            one.HandedBack + other.HandedBack,
            one.Crashed + other.Crashed
        );
}

/// <param name="Wait">From when a job could run to when it began.</param>
/// <param name="Run">From the begin of a run to its end, for those that succeeded or failed.</param>
public sealed record RunStats(RunCounts Runs, Percentiles? Wait, Percentiles? Run);

public sealed record KindStats(string Kind, RunCounts Runs, Percentiles? Wait, Percentiles? Run);

/// <summary>What ended since a moment, and what waits now.</summary>
/// <param name="From">Begins with a full five minutes.</param>
public sealed record BoardStats(DateTimeOffset From, DateTimeOffset To, RunStats All, IReadOnlyList<KindStats> Kinds);
