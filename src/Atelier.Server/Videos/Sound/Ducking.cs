namespace Atelier.Videos.Sound;

/// <summary>Lowers the music while somebody speaks: a little before the first word, up again after the last.</summary>
internal static class Ducking
{
    private static readonly float Under = Decibels.ToGain(-11);
    private const double Before = 0.2; // seconds
    private const double After = 0.35;
    private const double Slope = 0.3;

    /// <summary>A shorter gap keeps the music down: it would pump.</summary>
    private const double ShortestRise = 1.2;

    /// <summary>The music's gain at each sample.</summary>
    public static float[] Envelope(IReadOnlyList<SpokenSentence> spoken, int samples)
    {
        var gains = new float[samples];
        Array.Fill(gains, 1);
        foreach (var (from, to) in Stretches(spoken))
        {
            var slope = SoundFormat.Samples(Slope);
            var (start, end) = (SoundFormat.Samples(from), SoundFormat.Samples(to));
            for (var i = Math.Max(0, start - slope); i < Math.Min(samples, end + slope); i++)
            {
                var outside = Math.Max(start - i, i - end);
                var down = outside <= 0 ? 1 : 0.5 + 0.5 * Math.Cos(Math.PI * outside / slope);
                gains[i] = Math.Min(gains[i], (float)(1 - (1 - Under) * down));
            }
        }
        return gains;
    }

    private static List<(double From, double To)> Stretches(IReadOnlyList<SpokenSentence> spoken)
    {
        var stretches = new List<(double From, double To)>();
        foreach (var sentence in spoken.OrderBy(sentence => sentence.Start))
            if (stretches.Count > 0 && sentence.Start - stretches[^1].To < ShortestRise)
                stretches[^1] = (stretches[^1].From, sentence.End + After);
            else
                stretches.Add((sentence.Start - Before, sentence.End + After));
        return stretches;
    }
}
