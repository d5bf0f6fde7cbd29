using System.Net;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Campaigns;

/// <summary>The table of docs/states/campaign.md: every arrow, and every arrow that there is not.</summary>
public sealed class CampaignStateTests(CampaignStudio studio) : IClassFixture<CampaignStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CampaignStates States => studio.Services.GetRequiredService<CampaignStates>();

    public static TheoryData<string, string, string> Arrows() =>
        [.. CampaignArrows.All.Select(arrow => ($"{arrow.Move}", $"{arrow.From}", $"{arrow.To}"))];

    [Theory, MemberData(nameof(Arrows))]
    public async Task An_arrow_leads_where_it_points(string move, string from, string to)
    {
        var campaign = await CampaignStudio.CreateAsync(await studio.RegisterAsync());
        await PutAsync(campaign, Enum.Parse<CampaignState>(from));

        var moved = await States.MoveAsync(campaign, Enum.Parse<CampaignMove>(move), new MoveFacts(), Cancel);

        Assert.Equal((from, to), ($"{moved?.From}", $"{moved?.To}"));
        Assert.Equal(to, $"{await States.StateAsync(campaign, Cancel)}");
    }

    [Fact]
    public async Task There_are_no_other_arrows()
    {
        var campaign = await CampaignStudio.CreateAsync(await studio.RegisterAsync());
        foreach (var state in Enum.GetValues<CampaignState>())
        foreach (var move in Enum.GetValues<CampaignMove>().Where(move => !state.Allows(move)))
        {
            await PutAsync(campaign, state);
            Assert.Null(await States.MoveAsync(campaign, move, new MoveFacts(), Cancel));
            Assert.Equal(state, await States.StateAsync(campaign, Cancel));
        }
    }

    [Fact]
    public async Task What_a_person_asks_for_without_an_arrow_is_refused()
    {
        var person = await studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person);
        foreach (var state in Enum.GetValues<CampaignState>())
        foreach (var move in (string[])["start", "pause", "resume", "cancel", "schedule"])
        {
            if (state.Allows(Enum.Parse<CampaignMove>(move, ignoreCase: true)))
                continue;
            await PutAsync(campaign, state);
            object? body = move is "schedule" ? new { startsAt = studio.Clock.GetUtcNow().AddDays(1) } : null;
            (await person.PostAsync($"campaigns/{campaign}/{move}", body)).ExpectProblem(
                HttpStatusCode.Conflict,
                "campaign_state"
            );
            Assert.Equal(state, await States.StateAsync(campaign, Cancel));
        }
    }

    [Fact]
    public async Task A_campaign_that_is_at_work_is_neither_changed_nor_deleted()
    {
        var person = await studio.RegisterAsync();
        var campaign = await CampaignStudio.CreateAsync(person);
        foreach (var state in Enum.GetValues<CampaignState>().Where(state => state.IsBusy()))
        {
            await PutAsync(campaign, state);
            (await person.DeleteAsync($"campaigns/{campaign}")).ExpectProblem(HttpStatusCode.Conflict, "campaign_busy");
            (await person.PatchAsync($"campaigns/{campaign}", new { name = "Other" })).ExpectProblem(
                HttpStatusCode.Conflict,
                "campaign_busy"
            );
        }
    }

    [Fact]
    public async Task What_an_older_job_says_comes_too_late()
    {
        var campaign = await CampaignStudio.CreateAsync(await studio.RegisterAsync());
        await PutAsync(campaign, CampaignState.Running);

        var late = new MoveFacts(HeldBy: Guid.CreateVersion7(studio.Clock.GetUtcNow()));

        Assert.Null(await States.MoveAsync(campaign, CampaignMove.Finish, late, Cancel));
    }

    private async Task PutAsync(Guid campaign, CampaignState state)
    {
        await using var put = studio.Database.CreateCommand("update campaigns.campaigns set state = $2 where id = $1");
        put.Parameters.Add(new NpgsqlParameter { Value = campaign });
        put.Parameters.Add(new NpgsqlParameter { Value = StoredState.Write(state) });
        await put.ExecuteNonQueryAsync(Cancel);
    }
}
