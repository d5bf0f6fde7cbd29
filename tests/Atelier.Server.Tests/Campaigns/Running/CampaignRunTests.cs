using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>A campaign from its start to where people decide, and everything that may come in between.</summary>
public sealed class CampaignRunTests : IClassFixture<CampaignStudio>
{
    private readonly CampaignStudio _studio;

    public CampaignRunTests(CampaignStudio studio)
    {
        _studio = studio;
        studio.Field.OnDraft = (_, _) => Task.CompletedTask;
        studio.Models.Otherwise(Answer);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_goes_through_its_phases_and_shows_what_was_done_and_paid()
    {
        var (person, campaign) = await StartAsync();

        var done = await CampaignStudio.ReachAsync(person, campaign, "awaitingReview", "failed");

        Assert.Equal("awaitingReview", $"{done["state"]}");
        var board = (await person.GetAsync($"campaigns/{campaign}/board")).Expect(HttpStatusCode.OK);
        Assert.All(board["phases"]!.AsArray(), phase => Assert.Equal("done", $"{phase!["state"]}"));
        Assert.Equal(4, (int)board["counts"]!["picked"]!);
        var spans = await TimelineAsync(person, campaign);
        Assert.DoesNotContain(spans, span => $"{span["status"]}" == "running");
        Assert.Equal(5 - 1, spans.Count(span => $"{span["operation"]}" == "phase"));
        Assert.Equal(4, spans.Count(span => $"{span["operation"]}" == "evaluation"));
        var chats = spans.Where(span => $"{span["operation"]}" == "chat").ToList();
        Assert.Equal(6, chats.Count); // keywords, an order, and four drafts
        Assert.Equal((decimal)board["spend"]!["spent"]!["usd"]!, chats.Sum(chat => (decimal)chat["costUsd"]!));
        var detail = (await person.GetAsync($"campaigns/{campaign}/spans/{chats[0]["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal("settled", $"{detail["call"]!["state"]}");
        Assert.Contains(detail["attributes"]!.AsArray(), one => $"{one!["name"]}" == "gen_ai.request.model");
    }

    [Fact]
    public async Task A_pause_ends_with_the_call_under_way_and_a_resumed_run_asks_nothing_again()
    {
        var (arrived, go) = (Signal(), Signal());
        _studio.Field.OnDraft = async (_, _) =>
        {
            arrived.TrySetResult();
            await go.Task;
        };
        var (person, campaign) = await StartAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(3), Cancel);
        var moderator = await _studio.RegisterAsync("moderator"); // who sees what is at work, and may hold it
        var atWork = (await moderator.GetAsync("admin/campaigns")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Contains(atWork, one => $"{one!["id"]}" == $"{campaign}" && (bool)one["mayPause"]!);
        var pausing = (await moderator.PostAsync($"campaigns/{campaign}/pause")).Expect(HttpStatusCode.OK);
        Assert.Equal("pausing", $"{pausing["state"]}");
        go.SetResult();
        await CampaignStudio.ReachAsync(person, campaign, "paused");
        var asked = await AskedAsync(campaign);

        (await person.PostAsync($"campaigns/{campaign}/resume")).Expect(HttpStatusCode.OK);
        await CampaignStudio.ReachAsync(person, campaign, "awaitingReview", "failed");

        Assert.Equal(2, asked); // the drafts that were begun wanted to ask, and were not let
        Assert.Equal(6, await AskedAsync(campaign));
        var runs = (await TimelineAsync(person, campaign)).Count(span => $"{span["operation"]}" == "invoke_workflow");
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_cancel_hangs_up_on_the_model()
    {
        _studio.Models.Otherwise(request => IsWord(request) ? FakeReply.Hang() : Answer(request));
        var (person, campaign) = await StartAsync();
        await UntilAsync(async () => await AskedAsync(campaign) >= 3);

        (await person.PostAsync($"campaigns/{campaign}/cancel")).Expect(HttpStatusCode.OK);

        await _studio.Models.HangUpAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        await CampaignStudio.ReachAsync(person, campaign, "cancelled");
        await UntilAsync(async () => await CountAsync(campaign, "state = 'reserved'") == 0);
        Assert.True(await CountAsync(campaign, "state = 'unknown' and cost = reserved_cost") > 0);
        // Keywords, an order, and two drafts side by side: the other two were not begun.
        Assert.InRange(await AskedAsync(campaign), 3, 4);
        Assert.Equal(
            1L,
            await ScalarAsync(
                """
                select count(*) from campaigns.purses p where p.scope_id = $1
                  and p.cost = (select sum(cost) from campaigns.calls where campaign_id = $1)
                """,
                campaign
            )
        );
    }

    [Fact]
    public async Task A_reached_cap_holds_the_run_and_a_raise_lets_it_go_on()
    {
        var (person, campaign) = await StartAsync(new { hard = new { calls = 3 } });

        var held = await CampaignStudio.ReachAsync(person, campaign, "budgetExceeded", "awaitingReview", "failed");
        Assert.Equal(("budgetExceeded", "budget_exceeded"), ($"{held["state"]}", $"{held["problem"]!["code"]}"));
        Assert.Equal(3, await AskedAsync(campaign));

        var raised = await person.SendAsync(HttpMethod.Put, $"campaigns/{campaign}/budget", new { });
        raised.Expect(HttpStatusCode.OK);
        (await person.PostAsync($"campaigns/{campaign}/resume")).Expect(HttpStatusCode.OK);
        var done = await CampaignStudio.ReachAsync(person, campaign, "awaitingReview", "failed");
        Assert.Equal("awaitingReview", $"{done["state"]}");
        Assert.Equal(6, await AskedAsync(campaign));
    }

    [Fact]
    public async Task A_scheduled_campaign_begins_by_itself_and_one_whose_day_was_taken_away_does_not()
    {
        var person = await _studio.RegisterAsync();
        var (due, not) = (await CampaignStudio.CreateAsync(person), await CampaignStudio.CreateAsync(person));
        var later = new { startsAt = _studio.Clock.GetUtcNow().AddDays(2) };
        (await person.PostAsync($"campaigns/{not}/schedule", later)).Expect(HttpStatusCode.OK);
        (await person.PostAsync($"campaigns/{not}/schedule", new { startsAt = (string?)null })).Expect(
            HttpStatusCode.OK
        );
        var now = new { startsAt = DateTimeOffset.UnixEpoch };
        (await person.PostAsync($"campaigns/{due}/schedule", now)).Expect(HttpStatusCode.OK);

        await CampaignStudio.ReachAsync(person, due, "awaitingReview");

        var left = (await person.GetAsync($"campaigns/{not}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("draft", null), ($"{left["state"]}", left["startsAt"]));
    }

    [Fact]
    public async Task A_timeline_of_ten_thousand_steps_is_read_by_its_index()
    {
        var person = await _studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person);
        await using (await CampaignStudio.TurnAsync(_studio, campaign)) { }
        await ExecuteAsync(
            """
            insert into campaigns.spans (id, owner_id, run_id, campaign_id, operation, name, status, attributes, started_at)
            select gen_random_uuid(), owner_id, run_id, id, 'chat', 'any', 'ok', '{}', now()
            from campaigns.campaigns, generate_series(1, 10000) where id = $1
            """,
            campaign
        );
        await ExecuteAsync("analyze campaigns.spans", null);

        var last = (await person.GetAsync($"campaigns/{campaign}/timeline?limit=100")).Expect(HttpStatusCode.OK);
        var plan = (string)
            (
                await ScalarAsync(
                    "explain (format json) select * from campaigns.spans where campaign_id = $1 and seq > 9000 order by seq limit 100",
                    campaign
                )
            )!;

        Assert.Equal(100, last["items"]!.AsArray().Count);
        Assert.Contains("Index Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    private async Task<(Person Person, Guid Campaign)> StartAsync(object? budget = null)
    {
        var person = await _studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person, budget);
        var started = (await person.PostAsync($"campaigns/{campaign}/start")).Expect(HttpStatusCode.OK);
        Assert.NotNull(started["jobId"]);
        return (person, campaign);
    }

    private static FakeReply Answer(FakeRequest request) =>
        IsWord(request) ? CampaignQuestions.Bread
        : request.LastMessage.Contains("titles of the posts", StringComparison.Ordinal)
            ? FakeReply.Text("""{"order":[2,1]}""")
        : FakeReply.Text("""{"keywords":["crust"]}""");

    private static bool IsWord(FakeRequest request) =>
        request.LastMessage.StartsWith(CampaignQuestions.Word.Text, StringComparison.Ordinal);

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<List<JsonNode>> TimelineAsync(Person person, Guid campaign)
    {
        var page = (await person.GetAsync($"campaigns/{campaign}/timeline?limit=100")).Expect(HttpStatusCode.OK);
        return [.. page["items"]!.AsArray().Select(item => item!)];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
            await Task.Delay(20, patience.Token); // another job's work
    }

    private Task<long> AskedAsync(Guid campaign) => CountAsync(campaign, "true");

    private async Task<long> CountAsync(Guid campaign, string which) =>
        (long)
            (await ScalarAsync($"select count(*) from campaigns.calls where campaign_id = $1 and {which}", campaign))!;

    private async Task ExecuteAsync(string sql, Guid? id)
    {
        await using var command = _studio.Database.CreateCommand(sql);
        if (id is { } given)
            command.Parameters.Add(new NpgsqlParameter { Value = given });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<object?> ScalarAsync(string sql, Guid id)
    {
        await using var command = _studio.Database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        return await command.ExecuteScalarAsync(Cancel);
    }
}
