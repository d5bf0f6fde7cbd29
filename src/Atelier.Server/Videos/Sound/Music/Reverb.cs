namespace Atelier.Videos.Sound.Music;

/// <summary>A room after Schroeder: four damped echoes side by side, then two that scatter, for each ear its own.</summary>
internal static class Reverb
{
    private static readonly int[] Echoes = [1687, 1777, 1931, 2069]; // samples, without a common beat
    private static readonly int[] Scatters = [601, 241];
    private const int EarOffset = 37; // samples by which the ears differ
    private const float Return = 0.79f;
    private const float Damp = 0.35f;
    private const float ScatterGain = 0.5f;

    /// <param name="wet">How much of the room is added.</param>
    public static void Apply(StereoWave sound, double wet)
    {
        var both = new float[sound.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = (sound.Left[i] + sound.Right[i]) * 0.5f;
        Add(both, sound.Left, 0, (float)wet);
        Add(both, sound.Right, EarOffset, (float)wet);
    }

    private static void Add(float[] source, float[] onto, int offset, float wet)
    {
        var room = new float[source.Length];
        foreach (var length in Echoes)
            Echo(source, room, length + offset);
        foreach (var length in Scatters)
            Scatter(room, length + offset);
        for (var i = 0; i < room.Length; i++)
            onto[i] += room[i] * wet * 0.4f;
    }

    private static void Echo(float[] source, float[] room, int length)
    {
        var line = new float[length];
        var (at, low) = (0, 0f);
        for (var i = 0; i < source.Length; i++)
        {
            var heard = line[at];
            low = heard + (low - heard) * Damp;
            if (Math.Abs(low) < 1e-15f) // numbers too small for the processor's fast path
                low = 0;
            line[at] = source[i] + low * Return;
            room[i] += heard;
            if (++at == length)
                at = 0;
        }
    }

    private static void Scatter(float[] room, int length)
    {
        var line = new float[length];
        var at = 0;
        for (var i = 0; i < room.Length; i++)
        {
            var heard = line[at];
            var kept = room[i] + heard * ScatterGain;
            line[at] = Math.Abs(kept) < 1e-15f ? 0 : kept;
            room[i] = heard - kept * ScatterGain;
            if (++at == length)
                at = 0;
        }
    }
}
