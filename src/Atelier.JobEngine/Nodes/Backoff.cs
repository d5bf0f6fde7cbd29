namespace Atelier.JobEngine.Nodes;

/// <summary>Waits that grow and never line up: spread by ±25 %, from a number that differs per job or per node.</summary>
internal static class Backoff
{
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest, ulong salt)
    {
        var doubled = first.TotalMilliseconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return Spread(TimeSpan.FromMilliseconds(Math.Min(doubled, longest.TotalMilliseconds)), salt);
    }

    public static TimeSpan Spread(TimeSpan wait, ulong salt) => wait * (0.75 + 0.5 * Unit(salt));

    // SplitMix64 (Steele, Lea and Flood, 2014): neighbouring salts give unrelated numbers.
    private static double Unit(ulong salt)
    {
        var z = salt + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
