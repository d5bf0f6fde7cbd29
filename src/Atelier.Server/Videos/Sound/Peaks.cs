namespace Atelier.Videos.Sound;

/// <summary>Finds how high the sound rises between its samples: four points for each, by a windowed sinc.</summary>
internal static class Peaks
{
    private const int Taps = 16;
    private static readonly float[][] Between = [Weights(0.25), Weights(0.5), Weights(0.75)];

    /// <summary>The highest point of both channels at each sample and on the way to the next.</summary>
    /// <param name="matters">Where no sample near reaches half of this, the samples themselves are given.</param>
    public static float[] Of(StereoWave sound, float matters)
    {
        var peaks = new float[sound.Length];
        Raise(peaks, sound.Left, matters / 2);
        if (!ReferenceEquals(sound.Left, sound.Right))
            Raise(peaks, sound.Right, matters / 2);
        return peaks;
    }

    private static void Raise(float[] peaks, float[] samples, float matters)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var height = Math.Abs(samples[i]);
            peaks[i] = Math.Max(peaks[i], height);
            if (i < Taps / 2 || i + Taps / 2 >= samples.Length || Math.Max(height, Math.Abs(samples[i + 1])) < matters)
                continue;
            var near = samples.AsSpan(i - Taps / 2 + 1, Taps);
            foreach (var weights in Between)
            {
                var sum = 0f;
                for (var tap = 0; tap < Taps; tap++)
                    sum += near[tap] * weights[tap];
                peaks[i] = Math.Max(peaks[i], Math.Abs(sum));
            }
        }
    }

    private static float[] Weights(double fraction)
    {
        var taps = new float[Taps];
        for (var tap = 0; tap < Taps; tap++)
        {
            var distance = tap - (Taps / 2 - 1) - fraction;
            var x = Math.PI * distance;
            taps[tap] = (float)(Math.Sin(x) / x * (0.5 + 0.5 * Math.Cos(x / (Taps / 2))));
        }
        return taps;
    }
}
