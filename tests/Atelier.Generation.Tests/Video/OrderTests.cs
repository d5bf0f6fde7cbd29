using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Video;

/// <summary>Orders cost money: what cannot be made is not ordered, and nothing is ordered twice.</summary>
public sealed class OrderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<VideoApi> Dialects => [.. Enum.GetValues<VideoApi>()];

    [Theory]
    [InlineData("", 1280, 720, 5, "1 to 4000")]
    [InlineData("A fox.", 1920, 1080, 5, "1920x1080; it offers 1280x720, 720x1280")]
    [InlineData("A fox.", 1280, 720, 12.5, "12.5 seconds; it offers 4, 8, 12")]
    [InlineData("A fox.", 1280, 720, 0, "0 seconds")]
    [InlineData("A fox.", 1280, 720, double.NaN, "NaN seconds")]
    public async Task What_the_model_does_not_offer_is_refused_with_what_it_does(
        string prompt,
        int width,
        int height,
        double seconds,
        string said
    )
    {
        await using var studio = await VideoStudio.StartAsync();

        var (plan, failure) = studio.Model(VideoApi.OpenAI).Plan(new(prompt, width, height, seconds, 1));

        Assert.Null(plan);
        Assert.Equal((FailureCodes.NotOffered, false), (failure!.Code, failure.Retryable));
        Assert.Contains(said, failure.Detail, StringComparison.Ordinal);
        Assert.Empty(studio.Server.Requests);
    }

    [Theory]
    [InlineData(0.5, 4, 0.4)]
    [InlineData(4, 4, 0.4)]
    [InlineData(4.1, 8, 0.8)]
    public async Task The_next_length_is_ordered_and_the_rest_is_to_be_trimmed(double asked, int ordered, double cost)
    {
        await using var studio = await VideoStudio.StartAsync();

        var plan = studio.Model(VideoApi.OpenAI).Plan(VideoStudio.Request("A fox.", asked)).Plan!;

        Assert.Equal((ordered, asked, (decimal)cost), (plan.Seconds, plan.TrimToSeconds, plan.Cost));
    }

    [Theory]
    [InlineData(VideoApi.OpenAI, "throttled-once")]
    [InlineData(VideoApi.OpenAI, "busy-once")]
    [InlineData(VideoApi.Replicate, "throttled-once")]
    [InlineData(VideoApi.Replicate, "busy-once")]
    [InlineData(VideoApi.ComfyUI, "throttled-once")]
    [InlineData(VideoApi.ComfyUI, "busy-once")]
    public async Task A_provider_that_is_busy_is_asked_again_when_it_said(VideoApi api, string script)
    {
        await using var studio = await VideoStudio.StartAsync();

        await studio.SubmitAsync(studio.Model(api), script);

        Assert.Equal(7, studio.Clock.Leapt.TotalSeconds, 0.01);
        Assert.Single(studio.Server.Clips);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task An_order_whose_answer_was_lost_is_not_sent_again_but_found(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);
        var order = studio.Order(model, "an answer-lost");

        var answer = await model.SubmitAsync(order, studio.Budget, Cancel);
        var (found, failure) = await model.FindAsync(order, new HashSet<string>(), Cancel);

        Assert.Equal(FailureCodes.OutcomeUnknown, answer.Failure?.Code);
        Assert.Null(failure);
        Assert.Equal(Assert.Single(studio.Server.Clips).Id, found?.Id);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Only_an_order_of_ones_own_is_found(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);
        var other = await studio.SubmitAsync(model, "a fox");

        Assert.Equal((null, null), await model.FindAsync(studio.Order(model, "an owl"), new HashSet<string>(), Cancel));
        Assert.Equal(
            (null, null),
            await model.FindAsync(studio.Order(model, "a fox"), new HashSet<string> { other.Id }, Cancel)
        );
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_prompt_that_is_refused_at_once_is_not_sent_again(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(api);

        var answer = await model.SubmitAsync(studio.Order(model, "refused-at-once"), studio.Budget, Cancel);

        Assert.Equal((FailureCodes.Refused, false), (answer.Failure!.Code, answer.Failure.Retryable));
        Assert.Single(studio.Server.Requests);
        Assert.Equal(0, studio.Budget.Spent.Cost);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_wrong_key_and_a_provider_that_is_away_are_told_apart(VideoApi api)
    {
        await using var studio = await VideoStudio.StartAsync();
        var stranger = studio.Model(api, options => options with { ApiKey = "wrong" });
        var model = studio.Model(api);

        var wrongKey = await stranger.SubmitAsync(studio.Order(model, "a fox"), studio.Budget, Cancel);
        await studio.Server.DisposeAsync();
        var away = await model.SubmitAsync(studio.Order(model, "a fox"), studio.Budget, Cancel);

        Assert.Equal((FailureCodes.Unauthorized, false), (wrongKey.Failure!.Code, wrongKey.Failure.Retryable));
        Assert.Equal((FailureCodes.Unreachable, true), (away.Failure!.Code, away.Failure.Retryable));
    }

    [Fact]
    public async Task An_order_that_the_budget_does_not_cover_is_not_sent()
    {
        await using var studio = await VideoStudio.StartAsync();
        var model = studio.Model(VideoApi.OpenAI);

        var answer = await model.SubmitAsync(studio.Order(model, "a fox"), new Budget(maxCost: 0.7m), Cancel);

        Assert.Equal(FailureCodes.BudgetSpent, answer.Failure?.Code);
        Assert.Empty(studio.Server.Requests);
    }

    [Fact]
    public async Task A_model_of_a_certain_version_is_asked_by_its_version()
    {
        await using var studio = await VideoStudio.StartAsync();

        await studio.SubmitAsync(
            studio.Model(VideoApi.Replicate, options => options with { Model = "maker/film:0a1b" }),
            "a fox"
        );

        Assert.Equal("POST /replicate/predictions", Assert.Single(studio.Server.Requests));
    }

    [Fact]
    public async Task What_somebody_writes_stays_text_inside_the_graph()
    {
        await using var studio = await VideoStudio.StartAsync();

        await studio.SubmitAsync(studio.Model(VideoApi.ComfyUI), "a \"fox\"},{\"7\": {width}\n\\");

        Assert.Equal("a film of a \"fox\"},{\"7\": {width}\n\\", Assert.Single(studio.Server.Clips).Order.Prompt);
    }
}
