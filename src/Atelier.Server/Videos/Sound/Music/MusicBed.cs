namespace Atelier.Videos.Sound.Music;

/// <summary>Music made from a mood and a seed: the same samples for the same two.</summary>
internal static class MusicBed
{
    private const double LongestFadeIn = 0.4; // seconds
    private const double LongestFadeOut = 2.2;

    public static StereoWave Compose(Mood mood, ulong seed, double seconds)
    {
        var sound = StereoWave.Silence(SoundFormat.Samples(seconds));
        foreach (var note in Composer.Compose(mood, seed, seconds))
            if (SoundFormat.Samples(note.Start) < sound.Length)
                note.Instrument.Play(note, sound);
        Reverb.Apply(sound, mood.Wet);
        Fade(sound, Math.Min(LongestFadeIn, seconds / 8), Math.Min(LongestFadeOut, seconds / 3));
        return sound;
    }

    private static void Fade(StereoWave sound, double into, double outOf)
    {
        var (rise, fall) = (SoundFormat.Samples(into), SoundFormat.Samples(outOf));
        for (var i = 0; i < rise; i++)
            Scale(sound, i, Curve((double)i / rise));
        for (var i = 0; i < fall; i++)
            Scale(sound, sound.Length - 1 - i, Curve((double)i / fall));
    }

    private static void Scale(StereoWave sound, int at, float gain) =>
        (sound.Left[at], sound.Right[at]) = (sound.Left[at] * gain, sound.Right[at] * gain);

    private static float Curve(double x) => (float)(0.5 - 0.5 * Math.Cos(Math.PI * x));
}
