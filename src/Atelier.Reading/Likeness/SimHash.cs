using System.Numerics;

namespace Atelier.Reading.Likeness;

/// <summary>Sixty-four bits that differ little where texts differ little (Charikar), over runs of three words.</summary>
public static class SimHash
{
    private const int Size = 3;

    public static ulong Of(string text)
    {
        Span<int> votes = stackalloc int[64];
        foreach (var run in new TextWords(text).Runs(Size))
            for (var bit = 0; bit < 64; bit++)
                votes[bit] += (run >> bit & 1) == 1 ? 1 : -1;
        var hash = 0UL;
        for (var bit = 0; bit < 64; bit++)
            if (votes[bit] > 0)
                hash |= 1UL << bit;
        return hash;
    }

    /// <returns>In how many of the 64 bits two texts differ; at most three of them: the same text for all a reader cares.</returns>
    public static int Distance(ulong a, ulong b) => BitOperations.PopCount(a ^ b);
}
