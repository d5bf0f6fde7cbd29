namespace Atelier.Videos.Sound;

/// <summary>The one format in which sound is mixed.</summary>
internal static class SoundFormat
{
    public const int Rate = 48_000;

    /// <summary>How many samples a film of this length has.</summary>
    public static int Samples(double seconds) => (int)Math.Round(seconds * Rate);
}

/// <summary>One channel of sound, full scale at 1.</summary>
internal sealed record MonoWave(float[] Samples, int Rate)
{
    public double Seconds => (double)Samples.Length / Rate;

    public static MonoWave Silence(double seconds, int rate) => new(new float[(int)Math.Round(seconds * rate)], rate);
}

/// <summary>Two channels of equal length at <see cref="SoundFormat.Rate"/>.</summary>
internal sealed record StereoWave(float[] Left, float[] Right)
{
    public int Length => Left.Length;

    public static StereoWave Silence(int samples) => new(new float[samples], new float[samples]);
}
