using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Chat;

public class StreamTests
{
    private static async Task<List<ChatPiece>> Read(IChatModel model, Budget? budget = null)
    {
        var pieces = new List<ChatPiece>();
        await foreach (
            var piece in model.StreamAsync(
                [new(Speaker.System, "Be kind."), new(Speaker.User, "Hello?")],
                budget ?? new Budget(),
                TestContext.Current.CancellationToken
            )
        )
            pieces.Add(piece);
        return pieces;
    }

    private static string Text(List<ChatPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    [Fact]
    public async Task Words_arrive_in_pieces_and_the_last_has_the_usage()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text("Hello, little moon."));
        var budget = new Budget();
        var pieces = await Read(TestModels.Chat(server), budget);
        Assert.Equal("Hello, little moon.", Text(pieces));
        Assert.Equal(4, pieces.Count);
        Assert.True(pieces[^1].Usage?.OutputTokens > 0);
        Assert.Equal(pieces[^1].Usage, budget.Spent);
    }

    [Fact]
    public async Task The_start_is_tried_again()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.RateLimit(),
            FakeReply.Text("Hello.")
        );
        Assert.Equal("Hello.", Text(await Read(TestModels.Chat(server))));
    }

    [Fact]
    public async Task A_stream_that_just_ends_keeps_its_words_and_says_so()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.Unfinished("one two three four", 2)
        );
        var pieces = await Read(TestModels.Chat(server));
        Assert.Equal("one two", Text(pieces));
        Assert.Equal(FailureCodes.CutOff, pieces[^1].Failure?.Code);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_a_failure_that_may_pass()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Truncated("one two three four", 2)
        );
        Assert.True((await Read(TestModels.Chat(server)))[^1].Failure?.Retryable);
    }

    [Fact]
    public async Task Silence_and_garbage_are_failures()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Hang(), FakeReply.Garbage());
        var model = TestModels.Chat(server, options => options with { MaxAttempts = 1, TimeoutSeconds = 0.5 });
        Assert.Equal(FailureCodes.TimedOut, Assert.Single(await Read(model)).Failure?.Code);
        Assert.NotNull((await Read(model))[^1].Failure);
    }
}
