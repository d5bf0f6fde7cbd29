namespace Atelier.Videos.Sound;

/// <summary>Programme loudness after ITU-R BS.1770 (K-weighting, 400 ms blocks, two gates), for sound at 48 kHz.</summary>
internal static class Loudness
{
    private const int Hop = SoundFormat.Rate / 10;
    private const int HopsInBlock = 4;
    private const double Offset = -0.691; // dB; makes a 997 Hz sine of full scale read -3.01
    private const double AbsoluteGate = -70; // LUFS
    private const double RelativeGate = -10; // LU under the mean of what passed the first gate

    // The two filters of the recommendation at 48 kHz: the head's shelf, then a high-pass.
    private static readonly double[] Shelf =
    [
        1.53512485958697,
        -2.69169618940638,
        1.19839281085285,
        -1.69065929318241,
        0.73248077421585,
    ];
    private static readonly double[] HighPass = [1, -2, 1, -1.99004745483398, 0.99007225036621];

    /// <summary>In LUFS; negative infinity for silence and for less than 400 ms.</summary>
    public static double Integrated(StereoWave sound)
    {
        var left = HopEnergies(sound.Left);
        var right = ReferenceEquals(sound.Left, sound.Right) ? left : HopEnergies(sound.Right);
        var blocks = new double[Math.Max(0, left.Length - HopsInBlock + 1)];
        for (var block = 0; block < blocks.Length; block++)
        for (var hop = block; hop < block + HopsInBlock; hop++)
            blocks[block] += (left[hop] + right[hop]) / (HopsInBlock * Hop);
        var loud = blocks.Where(energy => Level(energy) > AbsoluteGate).ToArray();
        if (loud.Length == 0)
            return double.NegativeInfinity;
        var gate = Level(loud.Average()) + RelativeGate;
        return Level(loud.Where(energy => Level(energy) > gate).Average());
    }

    private static double Level(double energy) => Offset + 10 * Math.Log10(energy);

    private static double[] HopEnergies(float[] samples)
    {
        var energies = new double[samples.Length / Hop];
        var (s1, s2, h1, h2) = (0.0, 0.0, 0.0, 0.0);
        for (var hop = 0; hop < energies.Length; hop++)
        {
            var sum = 0.0;
            foreach (var sample in samples.AsSpan(hop * Hop, Hop))
            {
                var shelved = Shelf[0] * sample + s1;
                s1 = Shelf[1] * sample - Shelf[3] * shelved + s2;
                s2 = Shelf[2] * sample - Shelf[4] * shelved;
                var weighted = HighPass[0] * shelved + h1;
                h1 = HighPass[1] * shelved - HighPass[3] * weighted + h2;
                h2 = HighPass[2] * shelved - HighPass[4] * weighted;
                sum += weighted * weighted;
            }
            energies[hop] = sum;
        }
        return energies;
    }
}
