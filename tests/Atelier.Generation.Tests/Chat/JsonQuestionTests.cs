using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Chat;

public class JsonQuestionTests
{
    private const string Good = """{"name":"Pip","age":7,"mood":"happy"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static JsonQuestion<Hero> Question(Func<Hero, IReadOnlyList<string>>? check = null) =>
        new("hero", "You invent heroes.", "One hero, please.", check);

    public enum Mood
    {
        Happy,
        Sad,
    }

    public sealed record Hero(string Name, int Age, Mood Mood);

    [Fact]
    public async Task A_fitting_answer_becomes_a_record()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text(Good));
        var answer = await TestModels.Chat(server).AskAsync(Question(), new Budget(), Cancel);
        Assert.Equal(new Hero("Pip", 7, Mood.Happy), answer.Value);
        Assert.Null(answer.Failure);
    }

    [Fact]
    public async Task The_request_carries_a_strict_schema_of_the_record()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text(Good));
        await TestModels.Chat(server).AskAsync(Question(), new Budget(), Cancel);
        var format = Assert.Single(server.Requests).Body.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.Equal(
            ["happy", "sad"],
            format
                .GetProperty("schema")
                .GetProperty("properties")
                .GetProperty("mood")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(e => e.GetString())
        );
    }

    [Fact]
    public async Task A_misfit_is_repaired_by_telling_the_model_what_is_wrong()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.Text("""{"name":"Pip","mood":"furious"}"""),
            FakeReply.Text(Good)
        );
        var answer = await TestModels.Chat(server).AskAsync(Question(), new Budget(), Cancel);
        Assert.Equal(1, answer.Repairs);
        Assert.Equal("Pip", answer.Value?.Name);
        Assert.Contains("$.age is missing", server.Requests[1].LastMessage, StringComparison.Ordinal);
        Assert.Contains("$.mood must be one of", server.Requests[1].LastMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_beyond_the_schema_is_repaired_the_same_way()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.Text(Good.Replace('7', '9')),
            FakeReply.Text(Good)
        );
        var answer = await TestModels
            .Chat(server)
            .AskAsync(Question(hero => hero.Age == 7 ? [] : ["The age must be 7."]), new Budget(), Cancel);
        Assert.Equal(7, answer.Value?.Age);
        Assert.Contains("The age must be 7.", server.Requests[1].LastMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_repairs_the_answer_is_given_up()
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ =>
            FakeReply.Text("Once upon a time")
        );
        var answer = await TestModels.Chat(server).AskAsync(Question(), new Budget(), Cancel);
        Assert.Equal((FailureCodes.BadAnswer, false), (answer.Failure!.Code, answer.Failure.Retryable));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Json_in_a_fence_is_taken()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text($"```json\n{Good}\n```"));
        Assert.Equal("Pip", (await TestModels.Chat(server).AskAsync(Question(), new Budget(), Cancel)).Value?.Name);
    }

    [Fact]
    public async Task Usage_is_priced_and_paid_from_the_budget()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text(Good));
        var budget = new Budget();
        var answer = await TestModels.Chat(server).AskAsync(Question(), budget, Cancel);
        Assert.Equal(answer.Usage, budget.Spent);
        Assert.Equal((answer.Usage.InputTokens * 2 + answer.Usage.OutputTokens * 8) / 1_000_000m, answer.Usage.Cost);
        Assert.True(answer.Usage.OutputTokens > 0);
    }

    [Fact]
    public async Task A_refusal_and_a_cut_answer_are_failures()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(
            FakeReply.Refusal(),
            FakeReply.OverLength("{")
        );
        var model = TestModels.Chat(server);
        Assert.Equal(FailureCodes.Refused, (await model.AskAsync(Question(), new Budget(), Cancel)).Failure?.Code);
        Assert.Equal(FailureCodes.CutOff, (await model.AskAsync(Question(), new Budget(), Cancel)).Failure?.Code);
    }
}
