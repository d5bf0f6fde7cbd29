using System.Diagnostics;

namespace Atelier.Benchmarks.Realtime.Servers;

/// <summary>About 200 bytes as JSON.</summary>
/// <param name="T">When it was sent, by the machine's monotonic clock in nanoseconds.</param>
internal sealed record SampleEvent(long T, int N, string Text)
{
    private static readonly string Filler = new('x', 140);

    public static SampleEvent Now(int n) =>
        new((long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency)), n, Filler);
}
