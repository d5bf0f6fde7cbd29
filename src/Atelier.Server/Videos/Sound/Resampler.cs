namespace Atelier.Videos.Sound;

/// <summary>
/// Changes the sample rate by an exact ratio: a windowed sinc, one set of weights for each place an output sample can
/// have between two input samples.
/// </summary>
internal static class Resampler
{
    private const int HalfTaps = 16;
    private const int MostPhases = 640; // 22.05 kHz to 48 kHz needs 320, 44.1 kHz 160
    private const double PassShare = 0.92; // of the lower Nyquist frequency; the rest is the slope

    public static MonoWave To48k(MonoWave wave)
    {
        if (wave.Rate == SoundFormat.Rate)
            return wave;
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(wave.Rate, SoundFormat.Rate);
        var (up, down) = (SoundFormat.Rate / common, wave.Rate / common);
        var phases = Math.Min(up, MostPhases);
        var stretch = Math.Max(1, (double)down / up); // when going down, the filter widens
        var half = (int)Math.Ceiling(HalfTaps * stretch);
        var weights = new float[phases][];
        for (var phase = 0; phase < phases; phase++)
            weights[phase] = Weights((double)phase / phases, half, stretch);

        var from = wave.Samples;
        var to = new float[(int)((long)from.Length * up / down)];
        for (var i = 0; i < to.Length; i++)
        {
            var place = (long)i * down;
            var whole = (int)(place / up);
            var taps = weights[(int)(place % up * phases / up)];
            var first = whole - half + 1;
            var sum = 0f;
            for (var tap = Math.Max(0, -first); tap < Math.Min(taps.Length, from.Length - first); tap++)
                sum += from[first + tap] * taps[tap];
            to[i] = sum;
        }
        return new(to, SoundFormat.Rate);
    }

    private static float[] Weights(double fraction, int half, double stretch)
    {
        var taps = new double[2 * half];
        for (var tap = 0; tap < taps.Length; tap++)
        {
            var distance = tap - (half - 1) - fraction;
            var window = Math.Abs(distance) < half ? 0.5 + 0.5 * Math.Cos(Math.PI * distance / half) : 0;
            var x = Math.PI * distance * PassShare / stretch;
            taps[tap] = window * (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x);
        }
        var sum = taps.Sum();
        return [.. taps.Select(tap => (float)(tap / sum))];
    }
}
