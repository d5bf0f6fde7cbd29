using Atelier.Platform.Processes;

namespace Atelier.Videos.Sound;

/// <summary>The sound of a film: the voice, the music under it, at the loudness of the web.</summary>
/// <param name="Lufs">Negative infinity when the film is silent.</param>
internal sealed record SoundTrack(StereoWave Wave, double Lufs)
{
    public const double Target = -16; // LUFS

    /// <summary>Half a decibel under -1 dBTP, because encoding raises peaks a little.</summary>
    private static readonly float Ceiling = Decibels.ToGain(-1.5);

    private const double BedUnderVoice = -7; // LU, where nobody speaks
    private const double Near = 0.05; // LU
    private const int MostRounds = 4;

    // The fast search is the better one above 64 kbit/s, and takes a third of the time.
    private static readonly string[] ToAac =
    [
        "-c:a",
        "aac",
        "-aac_coder",
        "fast",
        "-b:a",
        "160k",
        "-bitexact",
        "-f",
        "ipod",
    ];

    /// <param name="bed">Null for a film without music.</param>
    /// <param name="seconds">The film's exact length; the sound has exactly as many samples.</param>
    public static SoundTrack Mix(NarrationTrack narration, StereoWave? bed, double seconds)
    {
        var sound = StereoWave.Silence(SoundFormat.Samples(seconds));
        var hasVoice = AddVoice(sound, narration);
        if (bed is not null)
            AddBed(sound, bed, narration, Target + (hasVoice ? BedUnderVoice : 0));
        var loudness = Loudness.Integrated(sound);
        if (double.IsNegativeInfinity(loudness))
            return new(sound, loudness);
        for (var round = 0; round < MostRounds; round++)
        {
            Amplify(sound, Decibels.ToGain(Target - loudness));
            Limiter.Apply(sound, Ceiling);
            loudness = Loudness.Integrated(sound); // the limiter takes a little away
            if (Math.Abs(Target - loudness) < Near)
                break;
        }
        return new(sound, loudness);
    }

    public Task WriteAsync(string wav, CancellationToken cancel) =>
        File.WriteAllBytesAsync(wav, WavFile.Write(Wave), cancel);

    /// <summary>The same bytes for the same samples.</summary>
    public static async Task EncodeAsync(string wav, string m4a, CancellationToken cancel) =>
        (
            await ChildProcess.RunAsync(
                new("ffmpeg", ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-i", wav, .. ToAac, m4a]),
                cancel
            )
        ).EnsureSucceeded();

    private static bool AddVoice(StereoWave sound, NarrationTrack narration)
    {
        var length = Math.Min(sound.Length, narration.Voice.Samples.Length);
        var voice = new float[sound.Length];
        Array.Copy(narration.Voice.Samples, voice, length);
        var loudness = Loudness.Integrated(new(voice, voice));
        if (double.IsNegativeInfinity(loudness))
            return false;
        var gain = Decibels.ToGain(Target - loudness);
        for (var i = 0; i < length; i++)
            sound.Left[i] = sound.Right[i] = voice[i] * gain;
        return true;
    }

    private static void AddBed(StereoWave sound, StereoWave bed, NarrationTrack narration, double target)
    {
        var loudness = Loudness.Integrated(bed);
        if (double.IsNegativeInfinity(loudness))
            return;
        var gain = Decibels.ToGain(target - loudness);
        var duck = Ducking.Envelope(narration.Spoken, sound.Length);
        for (var i = 0; i < Math.Min(sound.Length, bed.Length); i++)
        {
            sound.Left[i] += bed.Left[i] * gain * duck[i];
            sound.Right[i] += bed.Right[i] * gain * duck[i];
        }
    }

    private static void Amplify(StereoWave sound, float gain)
    {
        for (var i = 0; i < sound.Length; i++)
            (sound.Left[i], sound.Right[i]) = (sound.Left[i] * gain, sound.Right[i] * gain);
    }
}
