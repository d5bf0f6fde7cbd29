using Atelier.Videos.Sound.Music;

namespace Atelier.Videos.Sound;

public sealed class SoundTrackTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public void A_full_scale_sine_in_one_channel_reads_three_LUFS_below_full()
    {
        var sine = ToneNarrator.Tone(3, 997, strength: 1).Samples;

        Assert.Equal(-3.01, Loudness.Integrated(new(sine, new float[sine.Length])), 0.02);
        Assert.Equal(0, Loudness.Integrated(new(sine, sine)), 0.02);
    }

    [Theory]
    [InlineData(1, "The fox sleeps.", "bright")]
    [InlineData(1, "", "calm")]
    [InlineData(5.2, "The old keeper looked out over the sea. He smiled at the fox.", "sad")]
    [InlineData(5.2, "The old keeper looked out over the sea.", null)]
    [InlineData(5.2, "", "adventurous")]
    public async Task A_film_has_the_loudness_of_the_web_and_exactly_its_length(
        double seconds,
        string text,
        string? mood
    )
    {
        using var folder = new ScratchFolder();
        var (wav, m4a) = (folder.At("a.wav"), folder.At("a.m4a"));
        var track = await MixAsync(text, mood, seconds);
        await track.WriteAsync(wav, Cancel);
        await SoundTrack.EncodeAsync(wav, m4a, Cancel);

        Assert.Equal(44 + 4 * SoundFormat.Samples(seconds), new FileInfo(wav).Length);
        Assert.Equal(SoundTrack.Target, track.Lufs, 0.2);
        var mixed = await Ffmpeg.LoudnessAsync(wav);
        Assert.Equal(track.Lufs, mixed.Lufs, 0.15); // it prints tenths
        Assert.True(mixed.Peak <= -1, $"{mixed.Peak} dBTP");
        Assert.Equal(SoundTrack.Target, (await Ffmpeg.LoudnessAsync(m4a)).Lufs, 1.0);
    }

    [Fact]
    public async Task A_film_without_voice_and_music_is_digital_silence()
    {
        using var folder = new ScratchFolder();
        var track = await MixAsync("", null, 2);
        await track.WriteAsync(folder.At("a.wav"), Cancel);
        await SoundTrack.EncodeAsync(folder.At("a.wav"), folder.At("a.m4a"), Cancel);

        Assert.Equal(double.NegativeInfinity, track.Lufs);
        Assert.All(track.Wave.Left, sample => Assert.Equal(0, sample));
        Assert.Equal(96_000, track.Wave.Length);
    }

    [Fact]
    public async Task The_music_steps_back_while_somebody_speaks()
    {
        var track = await new Narration(new ToneNarrator()).SpeakAsync(
            [new(0, "The fox ran over the hills and home.", 4, 4)],
            new(),
            Cancel
        );
        var gains = Ducking.Envelope(track.Spoken, SoundFormat.Samples(12));

        Assert.Equal(1, gains[SoundFormat.Samples(3)]);
        Assert.InRange(gains[SoundFormat.Samples(track.Spoken[0].Start)], 0.2, 0.4);
        Assert.InRange(gains[SoundFormat.Samples(track.Spoken[0].End)], 0.2, 0.4);
        Assert.Equal(1, gains[SoundFormat.Samples(11)]);
        Assert.True(gains.Zip(gains.Skip(1), (gain, next) => Math.Abs(next - gain)).Max() < 0.001);
    }

    [Fact]
    public async Task The_same_lines_and_seed_make_the_same_file()
    {
        using var folder = new ScratchFolder();
        foreach (var name in (string[])["a", "b"])
        {
            var track = await MixAsync("The fox ran home.", "calm", 3);
            await track.WriteAsync(folder.At($"{name}.wav"), Cancel);
            await SoundTrack.EncodeAsync(folder.At($"{name}.wav"), folder.At($"{name}.m4a"), Cancel);
        }
        Assert.Equal(File.ReadAllBytes(folder.At("a.wav")), File.ReadAllBytes(folder.At("b.wav")));
        Assert.Equal(File.ReadAllBytes(folder.At("a.m4a")), File.ReadAllBytes(folder.At("b.m4a")));
    }

    [Fact]
    public void The_limiter_leaves_what_is_under_the_ceiling_and_holds_what_is_over_it()
    {
        var quiet = ToneNarrator.Tone(0.2, 440).Samples;
        var untouched = new StereoWave([.. quiet], [.. quiet]);
        Limiter.Apply(untouched, 0.8f);
        Assert.Equal(quiet, untouched.Left);

        var loud = ToneNarrator.Tone(0.2, 11_900, strength: 1.6f).Samples;
        var held = new StereoWave([.. loud], [.. loud]);
        Limiter.Apply(held, 0.8f);
        Assert.True(Peaks.Of(held, 0.8f).Max() < 0.82f);
    }

    private static async Task<SoundTrack> MixAsync(string text, string? mood, double seconds) =>
        SoundTrack.Mix(
            await new Narration(new EspeakNarrator()).SpeakAsync([new(0, text, 0, seconds)], new(), Cancel),
            mood is null ? null : MusicBed.Compose(Mood.Named(mood), 11, seconds),
            seconds
        );
}
