using Atelier.Generation;
using Atelier.Testing.Models;

namespace Atelier.Videos.Sound;

public sealed class NarratorsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly NarrationLine[] Lines = [new(0, "The fox ran home. It was late.", 0, 6)];

    [Fact]
    public async Task A_configured_model_reads_the_film()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text(""));

        var track = await SpeakAsync(server, new Budget());

        Assert.Equal((FakeModelServer.Model, null), (track.Narrator, track.Note));
        Assert.Equal(2, track.Spoken.Count);
        Assert.Equal(1.6, track.Spoken[0].End - track.Spoken[0].Start, 0.05); // four words of the fake's 0.4 s
    }

    [Fact]
    public async Task When_the_model_fails_the_built_in_voice_reads_the_whole_film_and_says_why()
    {
        await using var server = (await FakeModelServer.StartAsync())
            .Reply(FakeReply.Text(""))
            .Otherwise(_ => FakeReply.Error(401, "invalid_api_key"));

        var track = await SpeakAsync(server, new Budget());

        Assert.Equal("tone", track.Narrator);
        Assert.StartsWith(
            "The film was read by the built-in voice, because fake-model could not: ",
            track.Note,
            StringComparison.Ordinal
        );
        Assert.Equal(4 * 60 / 155.0, track.Spoken[0].End - track.Spoken[0].Start, 0.001);
    }

    [Fact]
    public async Task A_spent_budget_and_a_WAV_that_nobody_can_read_lead_to_the_built_in_voice_too()
    {
        var strange = PlainWav.OfLength(1);
        strange[20] = 85; // MPEG in a WAV
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Sound(strange));

        Assert.Equal("tone", (await SpeakAsync(server, new Budget())).Narrator);
        Assert.Contains("budget", (await SpeakAsync(server, new Budget(maxCalls: 0))).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_the_built_in_voice_reads_and_there_is_nothing_to_say()
    {
        var narrators = new Narrators(new(null, null), new ToneNarrator());

        var track = await narrators.SpeakAsync(Lines, new(), new(), Cancel);

        Assert.Equal(("tone", null), (track.Narrator, track.Note));
    }

    private static Task<NarrationTrack> SpeakAsync(FakeModelServer server, Budget budget)
    {
        var options = new ModelOptions
        {
            Endpoint = server.Endpoint,
            Model = FakeModelServer.Model,
            ApiKey = FakeModelServer.Key,
            MaxAttempts = 1,
        };
        var models = GenerationRegistration.Create(new() { Speech = options }, TimeProvider.System);
        return new Narrators(models, new ToneNarrator()).SpeakAsync(Lines, new(), budget, Cancel);
    }
}
