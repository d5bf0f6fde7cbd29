using System.Globalization;
using System.Net;
using Atelier.Campaigns.Comments;
using Atelier.Support;
using Atelier.Testing.Models;
using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>Answers requests only: campaigns are run by processes of their own.</summary>
public sealed class CampaignOffice : StudioFactory
{
    internal override string Role => "web";
}

/// <summary>A worker is killed at random moments: no draft is lost, and nothing is asked or paid for twice.</summary>
public sealed class KilledRunTests(CampaignOffice office) : IClassFixture<CampaignOffice>
{
    private const int Posts = 3;

    /// <summary>As if they had been read a moment ago, and were about the campaign's topic.</summary>
    private const string Ready = """
        with b as (
            update campaigns.blogs set state = 'ready', read_at = now(), next_poll_at = now() + interval '1 day' where owner_id = $1),
        c as (update campaigns.campaigns set topic = 'zebra planes', keywords = '{zebra,planes}' where owner_id = $1)
        update campaigns.posts set title = 'Zebra planes: ' || title, keyphrases = '{zebra planes,zebra,planes}' || keyphrases
        where owner_id = $1
        """;

    /// <summary>One in the suite, for it takes the lease of a dead node to go on; as many as wanted by hand.</summary>
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("ATELIER_CAMPAIGN_KILLS") ?? "1",
        CultureInfo.InvariantCulture
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_a_run_loses_no_draft_and_pays_nothing_twice()
    {
        await using var models = await FakeModelServer.StartAsync();
        var (chance, kills) = (new Random(Seed: 7), 0);
        while (kills < Kills)
        {
            var (person, campaign) = await StartAsync();
            while (kills < Kills && !await IsOverAsync(campaign))
                if (await KilledAsync(models, campaign, chance))
                    kills++;
            models.Otherwise(_ => CampaignQuestions.Bread);
            if (!await IsOverAsync(campaign))
            {
                using var last = await Worker(models.Endpoint).ReadyAsync();
                await UntilAsync(() => IsOverAsync(campaign));
            }
            await CheckAsync(person, campaign);
        }
        Assert.True(models.Requests.Count <= await CountAsync("campaigns.calls where true or run_id = $1", Guid.Empty));
    }

    /// <returns>False when the run was over before the worker died.</returns>
    private async Task<bool> KilledAsync(FakeModelServer models, Guid campaign, Random chance)
    {
        // Settled before the worker is there: it asks as soon as it can, and whoever is not answered waits a minute.
        var isTime =
            chance.Next(2) == 0
                ? OnceAsked(models)
                : AfterSteps(models, campaign, await SpansAsync(campaign) + chance.Next(1, 12));
        using var worker = Worker(models.Endpoint);
        var (moment, isReady) = (
            UntilAsync(async () => await isTime() || await IsOverAsync(campaign)),
            worker.ReadyAsync()
        );
        if (await Task.WhenAny(moment, isReady) == isReady)
            await isReady; // says why it did not start
        await moment;
        await worker.KillAsync();
        return !await IsOverAsync(campaign);
    }

    /// <summary>With a request to the model under way.</summary>
    private static Func<Task<bool>> OnceAsked(FakeModelServer models)
    {
        var before = models.Requests.Count;
        models.Otherwise(_ => FakeReply.Hang());
        return () => Task.FromResult(models.Requests.Count > before);
    }

    private Func<Task<bool>> AfterSteps(FakeModelServer models, Guid campaign, long steps)
    {
        models.Otherwise(_ => CampaignQuestions.Bread);
        return async () => await SpansAsync(campaign) >= steps;
    }

    private async Task CheckAsync(Person person, Guid campaign)
    {
        var view = (await person.GetAsync($"campaigns/{campaign}")).Expect(HttpStatusCode.OK);
        Assert.Equal("awaitingReview", $"{view["state"]}");
        Assert.Equal(
            Posts,
            await CountAsync("campaigns.comments where campaign_id = $1 and state <> 'drafting'", campaign)
        );
        Assert.Equal(0, await CountAsync("campaigns.comments where campaign_id = $1 and state = 'drafting'", campaign));
        Assert.Equal(0, await CountAsync("campaigns.calls where campaign_id = $1 and state = 'reserved'", campaign));
        Assert.Equal(0, await CountAsync("campaigns.spans where campaign_id = $1 and status = 'running'", campaign));
        Assert.Equal(
            1,
            await CountAsync(
                """
                campaigns.purses p where p.scope_id = $1 and p.cost = (select sum(cost) from campaigns.calls where campaign_id = $1)
                  and p.calls = (select count(*) from campaigns.calls where campaign_id = $1)
                """,
                campaign
            )
        );
    }

    private async Task<(Person Person, Guid Campaign)> StartAsync()
    {
        var person = await office.RegisterAsync();
        var campaign = await KnownComments.CampaignAsync(office, person);
        for (var number = 1; number <= Posts; number++)
            await KnownComments.PostAsync(office, person, number);
        await using (var ready = office.Database.CreateCommand(Ready))
        {
            ready.Parameters.Add(new NpgsqlParameter { Value = person.Id });
            await ready.ExecuteNonQueryAsync(Cancel);
        }
        (await person.PostAsync($"campaigns/{campaign}/start")).Expect(HttpStatusCode.OK);
        return (person, campaign);
    }

    private StudioProcess Worker(Uri models) =>
        StudioProcess.Start(
            office.DataFolder,
            path: null,
            "--role=worker",
            $"--Atelier:Database={office.ConnectionString}",
            "--Atelier:Jobs:Lease=00:00:02",
            "--Atelier:Jobs:Beat=00:00:00.4",
            "--Atelier:Jobs:Sweep=00:00:00.5",
            "--Atelier:Jobs:MaxCrashes=100",
            $"--Atelier:Generation:Chat:Endpoint={models}",
            $"--Atelier:Generation:Chat:Model={FakeModelServer.Model}",
            $"--Atelier:Generation:Chat:ApiKey={FakeModelServer.Key}",
            "--Atelier:Generation:Chat:PricePerMillionInputTokens=2",
            "--Atelier:Generation:Chat:PricePerMillionOutputTokens=10"
        );

    private async Task<bool> IsOverAsync(Guid campaign) =>
        await CountAsync(
            "campaigns.campaigns where id = $1 and state in ('awaiting_review', 'completed', 'failed', 'cancelled')",
            campaign
        ) > 0;

    private Task<long> SpansAsync(Guid campaign) => CountAsync("campaigns.spans where campaign_id = $1", campaign);

    private async Task<long> CountAsync(string which, Guid id)
    {
        await using var count = office.Database.CreateCommand($"select count(*) from {which}");
        count.Parameters.Add(new NpgsqlParameter { Value = id });
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!await isSo())
            await Task.Delay(20, patience.Token); // another process's work
    }
}
