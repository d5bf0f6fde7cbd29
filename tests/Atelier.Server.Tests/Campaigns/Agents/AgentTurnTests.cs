using System.Diagnostics;
using System.Net;
using Atelier.Generation;
using Atelier.Testing.Models;
using Npgsql;

namespace Atelier.Campaigns.Agents;

/// <summary>What an agent asks is paid for once, remembered, and written down by the names of the conventions.</summary>
public sealed class AgentTurnTests(CampaignStudio studio) : IClassFixture<CampaignStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_paid_for_once_and_given_again()
    {
        var (campaign, before) = (await CampaignAsync(), studio.Models.Requests.Count);
        studio.Models.Reply(CampaignQuestions.Bread);

        var first = await AskAsync(campaign, "one");
        var again = await AskAsync(campaign, "one");

        Assert.Equal(("bread", "bread"), (first.Value?.Word, again.Value?.Word));
        Assert.Equal(before + 1, studio.Models.Requests.Count);
    }

    [Fact]
    public async Task A_call_whose_end_nobody_knows_is_charged_and_never_made_again()
    {
        var (campaign, before) = (await CampaignAsync(), studio.Models.Requests.Count);
        studio.Models.Reply(CampaignQuestions.Bread);
        await AskAsync(campaign, "one");
        await ExecuteAsync(
            "update campaigns.calls set state = 'reserved', answer = null where campaign_id = $1",
            campaign
        );

        var again = await AskAsync(campaign, "one");
        var third = await AskAsync(campaign, "one");

        Assert.Equal(FailureCodes.OutcomeUnknown, again.Failure?.Code);
        Assert.Equal(FailureCodes.OutcomeUnknown, third.Failure?.Code);
        Assert.Equal(before + 1, studio.Models.Requests.Count);
        Assert.Equal(
            1L,
            await ScalarAsync(
                "select count(*) from campaigns.calls where campaign_id = $1 and state = 'unknown' and cost = reserved_cost and cost > 0",
                campaign
            )
        );
    }

    [Fact]
    public async Task A_model_that_is_busy_is_asked_again_and_one_that_talks_nonsense_is_told_so()
    {
        var campaign = await CampaignAsync();
        studio.Models.Reply(FakeReply.RateLimit(), FakeReply.Text("""{"wort":"Brot"}"""), CampaignQuestions.Bread);

        var answer = await AskAsync(campaign, "one");

        Assert.Equal("bread", answer.Value?.Word);
        Assert.Contains("could not be used", studio.Models.Requests[^1].LastMessage, StringComparison.Ordinal);
        Assert.Equal(
            "refused settled settled",
            await ScalarAsync(
                "select string_agg(state, ' ' order by attempt) from campaigns.calls where campaign_id = $1",
                campaign
            )
        );
    }

    [Fact]
    public async Task Every_span_has_the_names_of_the_conventions_and_nothing_that_was_said()
    {
        var heard = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAi.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (heard)
                    heard.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var campaign = await CampaignAsync();
        studio.Models.Reply(CampaignQuestions.Bread);
        await using (var turn = await CampaignStudio.TurnAsync(studio, campaign))
        {
            await turn.AskAsync("one", CampaignQuestions.Word, Cancel);
            await turn.ToolAsync("check_draft", "a draft", _ => Task.FromResult(1), Cancel);
            turn.Evaluation("score", 84, "ready", "two anchors");
        }

        var mine = heard.Where(activity => $"{campaign}".Equals(activity.GetTagItem(GenAi.Conversation))).ToList();
        Assert.Equal(4, mine.Count);
        Assert.All(mine, activity => Assert.Equal(AgentRoles.Writer, activity.GetTagItem(GenAi.AgentName)));
        var names = mine.ToDictionary(activity => (string)activity.GetTagItem(GenAi.Operation)!);
        var chat = names[GenAi.Chat];
        Assert.Equal(($"chat {FakeModelServer.Model}", ActivityKind.Client), (chat.DisplayName, chat.Kind));
        Assert.Equal(FakeModelServer.Model, chat.GetTagItem("gen_ai.request.model"));
        Assert.Equal("openai_compatible", chat.GetTagItem("gen_ai.provider.name"));
        Assert.True((long)chat.GetTagItem("gen_ai.usage.input_tokens")! > 0);
        Assert.True((long)chat.GetTagItem("gen_ai.usage.output_tokens")! > 0);
        Assert.True((double)chat.GetTagItem("atelier.cost.usd")! > 0);
        Assert.Equal("check_draft", names[GenAi.Tool].GetTagItem("gen_ai.tool.name"));
        Assert.Equal(84.0, names[GenAi.Evaluation].GetTagItem("gen_ai.evaluation.score.value"));
        var known = typeof(GenAi).GetFields().Select(field => field.GetRawConstantValue()).OfType<string>().ToHashSet();
        Assert.All(mine.SelectMany(activity => activity.TagObjects), tag => Assert.Contains(tag.Key, known));
        Assert.DoesNotContain(
            mine.SelectMany(a => a.TagObjects),
            tag => $"{tag.Value}".Contains("bread", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_agent_in_other_words_is_a_new_version_and_an_older_one_can_be_restored()
    {
        var person = await studio.RegisterAsync();
        var agent = await CampaignStudio.AgentAsync(person, AgentRoles.Reviewer);
        var first = (await person.GetAsync($"agents/{agent}")).Expect(HttpStatusCode.OK);

        var second = (await person.PatchAsync($"agents/{agent}", new { goal = "Be strict." })).Expect(
            HttpStatusCode.OK
        );
        var third = (await person.PatchAsync($"agents/{agent}", new { restore = 1 })).Expect(HttpStatusCode.OK);

        Assert.Equal(("Be strict.", 2), ($"{second["goal"]}", (int)second["version"]!));
        Assert.Equal(($"{first["goal"]}", 3), ($"{third["goal"]}", (int)third["version"]!));
        var versions = (await person.GetAsync($"agents/{agent}/versions")).Expect(HttpStatusCode.OK)["items"]!;
        Assert.Equal([3, 2, 1], versions.AsArray().Select(version => (int)version!["version"]!));
    }

    private async Task<Guid> CampaignAsync() => await CampaignStudio.CreateAsync(await studio.RegisterAsync());

    private async Task<ModelAnswer<WordAnswer>> AskAsync(Guid campaign, string key)
    {
        await using var turn = await CampaignStudio.TurnAsync(studio, campaign);
        return await turn.AskAsync(key, CampaignQuestions.Word, Cancel);
    }

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var command = studio.Database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<object?> ScalarAsync(string sql, Guid id)
    {
        await using var command = studio.Database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        return await command.ExecuteScalarAsync(Cancel);
    }
}
