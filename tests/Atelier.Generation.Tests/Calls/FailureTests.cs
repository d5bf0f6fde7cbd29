using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Calls;

public class FailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed record Word(string Text);

    private static readonly JsonQuestion<Word> Question = new("word", "Be brief.", "A word, please.");

    private static readonly FakeReply Good = FakeReply.Text("""{"text":"moon"}""");

    [Theory]
    [InlineData(401, "invalid_api_key", FailureCodes.Unauthorized, false, 1)]
    [InlineData(403, "forbidden", FailureCodes.Unauthorized, false, 1)]
    [InlineData(400, "invalid_request", FailureCodes.Rejected, false, 1)]
    [InlineData(404, "model_not_found", FailureCodes.Rejected, false, 1)]
    [InlineData(429, "insufficient_quota", FailureCodes.QuotaSpent, false, 1)]
    [InlineData(429, "rate_limit_exceeded", FailureCodes.RateLimited, true, 3)]
    [InlineData(500, "server_error", FailureCodes.Unavailable, true, 3)]
    [InlineData(503, "overloaded", FailureCodes.Unavailable, true, 3)]
    public async Task An_error_is_a_value_and_tried_again_only_where_that_may_help(
        int status,
        string error,
        string code,
        bool retryable,
        int attempts
    )
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Error(status, error));
        var answer = await TestModels.Chat(server).AskAsync(Question, new Budget(), Cancel);
        Assert.Equal((code, retryable), (answer.Failure!.Code, answer.Failure.Retryable));
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Fact]
    public async Task A_rate_limit_that_passes_is_not_noticed()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.RateLimit(),
            FakeReply.Error(503, "overloaded", "0"),
            Good
        );
        Assert.Equal("moon", (await TestModels.Chat(server).AskAsync(Question, new Budget(), Cancel)).Value?.Text);
    }

    [Fact]
    public async Task A_pause_longer_than_allowed_ends_the_call_and_is_reported()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.RateLimit("900"));
        var answer = await TestModels.Chat(server).AskAsync(Question, new Budget(), Cancel);
        Assert.Equal(TimeSpan.FromMinutes(15), answer.Failure?.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_pause_the_server_asks_for_is_kept()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.RateLimit("1"), Good);
        var started = TimeProvider.System.GetTimestamp();
        await TestModels.Chat(server).AskAsync(Question, new Budget(), Cancel);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.95, 30);
    }

    [Fact]
    public async Task Garbage_a_broken_answer_and_silence_are_failures_that_may_pass()
    {
        await using var server = await FakeModelServer.StartAsync();
        var model = TestModels.Chat(
            server,
            options => options with { MaxAttempts = 1, TimeoutSeconds = 0.5, FailuresBeforeRest = 100 }
        );
        foreach (
            var (reply, codes) in new (FakeReply, string[])[]
            {
                (FakeReply.Garbage(), [FailureCodes.BadAnswer]),
                (FakeReply.Garbage("{}"), [FailureCodes.BadAnswer]),
                (FakeReply.Garbage(""), [FailureCodes.BadAnswer]),
                (FakeReply.Truncated("a b c", 1), [FailureCodes.CutOff, FailureCodes.Unreachable]),
                (FakeReply.Hang(), [FailureCodes.TimedOut]),
            }
        )
        {
            var answer = await (server.Reply(reply), model).model.AskAsync(Question, new Budget(), Cancel);
            Assert.Contains(answer.Failure?.Code, codes);
            Assert.True(answer.Failure!.Retryable);
        }
    }

    [Fact]
    public async Task An_endpoint_nobody_listens_on_is_unreachable()
    {
        var server = await FakeModelServer.StartAsync();
        var model = TestModels.Chat(server);
        await server.DisposeAsync();
        Assert.Equal(FailureCodes.Unreachable, (await model.AskAsync(Question, new Budget(), Cancel)).Failure?.Code);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Error(500, "server_error")
        );
        var model = TestModels.Chat(server, options => options with { MaxAttempts = 1, FailuresBeforeRest = 3 });
        for (var i = 0; i < 3; i++)
            await model.AskAsync(Question, new Budget(), Cancel);
        var answer = await model.AskAsync(Question, new Budget(), Cancel);
        Assert.Equal((FailureCodes.Resting, true), (answer.Failure!.Code, answer.Failure.Retryable));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_spent_budget_stops_calls_repeated_attempts_included()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Error(500, "server_error")
        );
        var answer = await TestModels.Chat(server).AskAsync(Question, new Budget(maxCalls: 2), Cancel);
        Assert.Equal((FailureCodes.BudgetSpent, false), (answer.Failure!.Code, answer.Failure.Retryable));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_failure_of_the_model()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Hang());
        using var mine = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TestModels.Chat(server).AskAsync(Question, new Budget(), mine.Token)
        );
    }
}
