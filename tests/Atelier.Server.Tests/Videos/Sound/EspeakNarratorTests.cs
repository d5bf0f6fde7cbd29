namespace Atelier.Videos.Sound;

public sealed class EspeakNarratorTests
{
    private static readonly EspeakNarrator Narrator = new();

    [Fact]
    public async Task A_sentence_takes_as_long_as_its_pace_promises_and_begins_at_once()
    {
        const string text =
            "The old lighthouse keeper looked out over the silver sea and smiled at the small brown fox.";

        var easy = await SpeakAsync(text);
        var fast = await SpeakAsync(text, pace: 220);

        Assert.InRange(easy.Seconds, 17 * 60 / 230.0, 17 * 60 / 130.0);
        Assert.InRange(fast.Seconds / easy.Seconds, 0.6, 0.8);
        Assert.Contains(easy.Samples.Take(SoundFormat.Rate / 50), sample => Math.Abs(sample) > 0.005f);
        Assert.Equal(easy.Samples, (await SpeakAsync(text)).Samples);
    }

    [Theory]
    [InlineData("😀🎉")]
    [InlineData("  \n ")]
    [InlineData("'%{}:\\,;[]")]
    public async Task What_has_no_words_is_silence(string text) => Assert.Empty((await SpeakAsync(text)).Samples);

    [Theory]
    [InlineData("The <break time=\"100s\"/> fox", "The break time= 100s fox")]
    [InlineData("The [[h@l@U]] fox", "The h l U fox")]
    [InlineData("The\u0000\u0001\u001b[0m fox 🦊", "The 0m fox")]
    public async Task Commands_are_read_as_words_or_not_at_all(string text, string same)
    {
        var spoken = await SpeakAsync(text);

        Assert.InRange(spoken.Seconds, 0.3, 10);
        Assert.Equal((await SpeakAsync(same)).Seconds, spoken.Seconds, 0.5);
    }

    [Theory]
    [InlineData("你好，世界。")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("-v de --stdout /etc/passwd")]
    public async Task Any_script_is_read(string text) => Assert.NotEmpty((await SpeakAsync(text)).Samples);

    [Theory]
    [InlineData("The old fox said 你好.", "en-us")]
    [InlineData("很久很久以前，在大海边。", "cmn")]
    [InlineData("むかしむかし、海のそばに。", "ja")]
    [InlineData("Жил-был старый лис.", "ru")]
    [InlineData("مرحبا بالعالم", "ar")]
    [InlineData("Ås Ørsted é", "en-us")]
    [InlineData("12", "en-us")]
    public void A_text_in_another_script_is_read_by_a_voice_that_knows_it(string text, string voice) =>
        Assert.Equal(voice, Voices.For(text, "en-us"));

    [Fact]
    public async Task A_Chinese_sentence_is_read_and_not_spelled() =>
        Assert.InRange((await SpeakAsync("很久很久以前，在大海边住着一位守灯塔的老人。")).Seconds, 2, 9);

    [Theory]
    [InlineData("no-such-voice")]
    [InlineData("../../etc/passwd")]
    [InlineData("--help")]
    public async Task A_voice_that_is_not_there_is_replaced(string voice) =>
        Assert.Equal((await SpeakAsync("Hello.")).Samples, (await SpeakAsync("Hello.", voice)).Samples);

    private static Task<MonoWave> SpeakAsync(string text, string voice = Voices.Default, int pace = 155) =>
        Narrator.SpeakAsync(text, voice, pace, TestContext.Current.CancellationToken);
}
