namespace Atelier.Videos.Sound.Music;

/// <summary>A sound made of harmonics, and how it begins and ends.</summary>
internal sealed class Instrument
{
    /// <summary>One period, and its first sample again at the end.</summary>
    private const int PeriodBits = 11;
    private const int FractionBits = 32 - PeriodBits;

    private readonly float[] _period = new float[(1 << PeriodBits) + 1];
    private readonly double _attack;
    private readonly double _fade;
    private readonly double _release;
    private readonly double _detune;

    /// <param name="harmonics">Strengths, the key note's own first.</param>
    /// <param name="attack">Seconds until it is fully there.</param>
    /// <param name="fade">Seconds in which it falls to a third; 0 holds it.</param>
    /// <param name="release">Seconds until it is gone when the note ends.</param>
    /// <param name="detune">By how much the second of two voices stands off, as a share; 0 for one voice.</param>
    private Instrument(double[] harmonics, double attack, double fade, double release, double detune = 0)
    {
        (_attack, _fade, _release, _detune) = (attack, fade, release, detune);
        for (var i = 0; i < _period.Length; i++)
        for (var harmonic = 0; harmonic < harmonics.Length; harmonic++)
            _period[i] += (float)(
                harmonics[harmonic] / harmonics.Sum() * Math.Sin(2 * Math.PI * (harmonic + 1) * i / (1 << PeriodBits))
            );
    }

    public static Instrument WarmPad { get; } = new([1, 0.4, 0.2, 0.08, 0.04], 0.7, 0, 0.9, 0.0016);

    public static Instrument SoftPad { get; } = new([1, 0.2, 0.1], 0.25, 0, 0.5, 0.0012);

    public static Instrument Strings { get; } = new([1, 0.5, 0.33, 0.22, 0.15, 0.1, 0.07, 0.05], 0.35, 0, 0.6, 0.0022);

    public static Instrument Bass { get; } = new([1, 0.35, 0.12, 0.04], 0.025, 1.6, 0.12);

    public static Instrument Harp { get; } = new([1, 0.45, 0.22, 0.1, 0.05], 0.005, 0.55, 0.15);

    public static Instrument Marimba { get; } = new([1, 0, 0, 0.28, 0, 0, 0, 0, 0, 0.05], 0.003, 0.22, 0.1);

    public static Instrument Bell { get; } = new([1, 0.05, 0.3, 0, 0.16, 0, 0.06], 0.004, 1.1, 0.4);

    public static Instrument Piano { get; } = new([1, 0.55, 0.3, 0.18, 0.1, 0.06, 0.03], 0.006, 0.8, 0.2);

    /// <summary>Adds the note to what is there.</summary>
    public void Play(Note note, StereoWave onto)
    {
        var (left, right) = (Math.Cos(note.Place * Math.PI / 2), Math.Sin(note.Place * Math.PI / 2));
        if (_detune == 0)
        {
            Voice(note, note.Frequency, left, right, onto);
            return;
        }
        Voice(note, note.Frequency * (1 - _detune), left * 0.9, right * 0.5, onto);
        Voice(note, note.Frequency * (1 + _detune), left * 0.5, right * 0.9, onto);
    }

    private void Voice(Note note, double frequency, double left, double right, StereoWave onto)
    {
        var step = (uint)(frequency / SoundFormat.Rate * 4294967296.0);
        var start = SoundFormat.Samples(note.Start);
        var attack = Math.Max(1, SoundFormat.Samples(_attack));
        var release = Math.Max(1, SoundFormat.Samples(_release));
        var held = Math.Max(attack, SoundFormat.Samples(note.Seconds));
        var end = Math.Min(held + release, onto.Length - start);
        var keep = _fade == 0 ? 1f : (float)Math.Exp(-1 / (_fade * SoundFormat.Rate));
        var (gain, rise, fall) = (0f, (float)(note.Strength / attack), 0f);
        var (toLeft, toRight) = ((float)left, (float)right);
        var phase = 0u;
        for (var i = 0; i < end; i++)
        {
            if (i < attack)
                gain += rise;
            else if (i < held)
                gain *= keep;
            else
            {
                if (i == held)
                    fall = gain / release;
                gain -= fall;
            }
            var at = phase >> FractionBits;
            var between = (phase & ((1u << FractionBits) - 1)) * (1f / (1u << FractionBits));
            var sample = gain * (_period[at] + (_period[at + 1] - _period[at]) * between);
            onto.Left[start + i] += sample * toLeft;
            onto.Right[start + i] += sample * toRight;
            phase += step;
        }
    }
}
