namespace Atelier.Videos.Sound;

public sealed class NarrationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly ToneNarrator _narrator = new();

    [Fact]
    public async Task A_line_with_time_is_read_at_the_easy_pace_with_air_around_it()
    {
        var track = await SpeakAsync(new NarrationLine(0, "The fox ran home. It was late.", 5, 6));

        Assert.All(_narrator.Asked, asked => Assert.Equal(155, asked.Pace));
        Assert.Equal(["The fox ran home.", "It was late."], track.Spoken.Select(said => said.Text));
        Assert.Equal(5.3, track.Spoken[0].Start, 0.0001);
        Assert.True(track.Spoken[1].Start > track.Spoken[0].End);
        Assert.Empty(track.Dropped);
    }

    [Fact]
    public async Task Times_are_exact_to_the_sample()
    {
        var track = await SpeakAsync(
            new NarrationLine(0, "One two three. Four five six.", 0.7, 4),
            new NarrationLine(1, "Seven eight nine.", 5.1, 3)
        );

        foreach (var said in track.Spoken)
        {
            var (first, end) = (SoundFormat.Samples(said.Start), SoundFormat.Samples(said.End));
            Assert.Equal(0, track.Voice.Samples[first - 1]);
            Assert.NotEqual(0, track.Voice.Samples[first + 1]);
            Assert.NotEqual(0, track.Voice.Samples[end - 1]);
        }
        Assert.Equal(SoundFormat.Samples(track.Spoken[^1].End), track.Voice.Samples.Length);
    }

    [Fact]
    public async Task A_line_that_is_a_little_long_is_read_a_little_faster()
    {
        var track = await SpeakAsync(new NarrationLine(0, Words(15) + " " + Words(10), 0, 9.4));

        var pace = _narrator.Asked[^1].Pace;
        Assert.InRange(pace, 160, 215);
        Assert.Empty(track.Dropped);
        Assert.True(track.Spoken[^1].End <= 9.1);
    }

    [Fact]
    public async Task What_does_not_fit_even_at_the_fastest_pace_loses_its_last_sentences_and_says_which()
    {
        var track = await SpeakAsync(new NarrationLine(3, $"{Words(10)} {Words(11)} {Words(12)}", 0, 7));

        Assert.Equal(2, track.Spoken.Count);
        Assert.Equal([new DroppedSentence(3, Words(12))], track.Dropped);
        Assert.True(track.Spoken[^1].End <= 6.7);
    }

    [Fact]
    public async Task What_can_never_fit_is_not_even_read()
    {
        var track = await SpeakAsync(new NarrationLine(0, string.Join(' ', Enumerable.Repeat(Words(10), 40)), 0, 9));

        Assert.Equal(2, track.Spoken.Count);
        Assert.Equal(38, track.Dropped.Count);
        Assert.True(_narrator.Asked.Count < 12, $"{_narrator.Asked.Count} readings");
    }

    [Fact]
    public async Task A_slot_too_short_for_any_sentence_stays_silent()
    {
        var track = await SpeakAsync(new NarrationLine(0, Words(30), 0, 1));

        Assert.Empty(track.Spoken);
        Assert.Single(track.Dropped);
        Assert.Empty(track.Voice.Samples);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀🎉 🦊")]
    [InlineData("\u0000\u0007\u001b[ '%{}:\\\\,;[]")]
    public async Task What_nobody_can_read_aloud_is_silence(string text)
    {
        var track = await SpeakAsync(new NarrationLine(0, text, 0, 3));

        Assert.Empty(track.Spoken);
        Assert.Empty(track.Dropped);
        Assert.Empty(_narrator.Asked);
    }

    private Task<NarrationTrack> SpeakAsync(params NarrationLine[] lines) =>
        new Narration(_narrator).SpeakAsync(lines, new NarrationStyle(), Cancel);

    private static string Words(int count) => "The " + string.Join(' ', Enumerable.Repeat("fox", count - 1)) + ".";
}
