namespace Atelier.Videos.Sound;

/// <summary>Keeps the sound under a ceiling: the gain falls before a peak comes and rises slowly after it.</summary>
internal static class Limiter
{
    private const int Ahead = SoundFormat.Rate / 500; // 2 ms
    private static readonly float Recovery = (float)(1 - Math.Exp(-1 / (0.08 * SoundFormat.Rate))); // 80 ms

    public static void Apply(StereoWave sound, float ceiling)
    {
        var gains = Peaks.Of(sound, ceiling);
        var any = false;
        for (var i = 0; i < gains.Length; i++)
        {
            any |= gains[i] > ceiling;
            gains[i] = gains[i] > ceiling ? ceiling / gains[i] : 1;
        }
        if (!any)
            return;
        gains = Lowest(gains);
        for (var i = 1; i < gains.Length; i++)
            gains[i] = Math.Min(gains[i], gains[i - 1] + (1 - gains[i - 1]) * Recovery);
        gains = Averaged(gains);
        for (var i = 0; i < gains.Length; i++)
            (sound.Left[i], sound.Right[i]) = (sound.Left[i] * gains[i], sound.Right[i] * gains[i]);
    }

    /// <summary>The lowest gain within <see cref="Ahead"/> on both sides, so that its average never passes a peak's own.</summary>
    private static float[] Lowest(float[] gains)
    {
        var lowest = new float[gains.Length];
        var rising = new int[gains.Length]; // places whose gains rise from the first to the last
        var (first, end) = (0, 0);
        for (var next = 0; next < gains.Length + Ahead; next++)
        {
            if (next < gains.Length)
            {
                while (end > first && gains[rising[end - 1]] >= gains[next])
                    end--;
                rising[end++] = next;
            }
            var at = next - Ahead;
            if (at < 0)
                continue;
            while (rising[first] < at - Ahead)
                first++;
            lowest[at] = gains[rising[first]];
        }
        return lowest;
    }

    private static float[] Averaged(float[] gains)
    {
        var averaged = new float[gains.Length];
        var sum = 0.0;
        for (var next = -Ahead; next < gains.Length + Ahead; next++)
        {
            sum += gains[Math.Clamp(next, 0, gains.Length - 1)];
            var at = next - Ahead;
            if (at < 0)
                continue;
            averaged[at] = (float)(sum / (2 * Ahead + 1));
            sum -= gains[Math.Clamp(at - Ahead, 0, gains.Length - 1)];
        }
        return averaged;
    }
}
