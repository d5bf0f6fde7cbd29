namespace Atelier.Videos.Sound;

/// <summary>Where a voice speaks and where it pauses.</summary>
internal static class Speech
{
    private const float Audible = 0.006f; // -44 dB: under it is breath, not voice
    private const double ShortestPause = 0.06; // seconds; a stop consonant is shorter

    /// <summary>The sound without the silence before and after it.</summary>
    public static MonoWave Trimmed(MonoWave wave)
    {
        var samples = wave.Samples.AsSpan();
        var first = samples.IndexOfAnyExceptInRange(-Audible, Audible);
        if (first < 0)
            return wave with { Samples = [] };
        var end = samples.LastIndexOfAnyExceptInRange(-Audible, Audible) + 1;
        var margin = wave.Rate / 100; // 10 ms, so that no consonant loses its edge
        return wave with
        {
            Samples = samples[Math.Max(0, first - margin)..Math.Min(samples.Length, end + margin)].ToArray(),
        };
    }

    /// <summary>The moments, in seconds, at which the voice goes on after a pause.</summary>
    public static IReadOnlyList<double> Resumptions(MonoWave wave)
    {
        var found = new List<double>();
        var shortest = (int)(ShortestPause * wave.Rate);
        var silentSince = 0;
        for (var i = 0; i < wave.Samples.Length; i++)
        {
            if (Math.Abs(wave.Samples[i]) <= Audible)
                continue;
            if (silentSince > 0 && i - silentSince >= shortest)
                found.Add((double)i / wave.Rate);
            silentSince = i + 1;
        }
        return found;
    }
}
