using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Speech;

public class SpeechTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_is_read_as_WAV_at_the_speed_and_with_the_voice_asked_for()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text(""));

        var answer = await TestModels.Speech(server).SpeakAsync(new("The fox ran home.", 1.25), new Budget(), Cancel);

        Assert.True(answer.Value!.Wav.AsSpan().StartsWith("RIFF"u8));
        var sent = server.Requests[0].Body;
        Assert.Equal("The fox ran home.", sent.GetProperty("input").GetString());
        Assert.Equal(
            ("alloy", "wav"),
            (sent.GetProperty("voice").GetString(), sent.GetProperty("response_format").GetString())
        );
        Assert.Equal(1.25, sent.GetProperty("speed").GetDouble(), 0.001);
        Assert.Equal(17 * 15 / 1_000_000m, answer.Usage.Cost);
    }

    [Fact]
    public async Task What_is_no_WAV_is_refused_after_another_try()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Sound("ID3 music"u8.ToArray())
        );

        var answer = await TestModels.Speech(server).SpeakAsync(new("Hello.", 1), new Budget(), Cancel);

        Assert.Equal(FailureCodes.BadAnswer, answer.Failure?.Code);
        Assert.Equal(3, server.Requests.Count);
    }
}
