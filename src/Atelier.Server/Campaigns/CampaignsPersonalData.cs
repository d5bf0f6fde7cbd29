using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Money;
using Atelier.Campaigns.Running;
using Atelier.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns;

/// <summary>Campaigns with their timelines and costs, agents in the person's own words, and caps.</summary>
internal sealed class CampaignsPersonalData(
    CampaignsDb db,
    Timeline timeline,
    Spending spending,
    Budgets budgets,
    Roster roster
) : IPersonalData
{
    private const int MostSpans = 10_000;
    private const int MostVersions = 1000;

    private const string Remove = """
        with b as (
            delete from campaigns.budgets where scope_id = $1
                or scope_id in (select id from campaigns.campaigns where owner_id = $1)),
        p as (
            delete from campaigns.purses where scope_id = $1
                or scope_id in (select id from campaigns.campaigns where owner_id = $1)
                or scope_id in (select campaign_id from campaigns.calls where owner_id = $1)),
        c as (delete from campaigns.calls where owner_id = $1),
        r as (delete from campaigns.runs where owner_id = $1),
        a as (delete from campaigns.agents where owner_id = $1)
        delete from campaigns.campaigns where owner_id = $1
        """;

    public async Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel)
    {
        var campaigns = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => c.OwnerId == person)
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        foreach (var campaign in campaigns)
        {
            var folder = $"campaigns/{campaign.Id}";
            await archive.AddJsonAsync($"{folder}/campaign.json", campaign.ToView(), cancel);
            var spend = await spending.ReadAsync(campaign.Id, person, cancel);
            await archive.AddJsonAsync($"{folder}/spend.json", spend, cancel);
            var spans = await timeline.OfCampaignAsync(campaign.Id, 0, null, null, MostSpans, cancel);
            await archive.AddJsonAsync($"{folder}/timeline.json", spans, cancel);
        }
        foreach (var agent in await roster.OwnAsync(person, cancel))
        {
            var versions = await roster.VersionsAsync(agent.Id, before: null, MostVersions, cancel);
            await archive.AddJsonAsync($"agents/{agent.Role}.json", versions, cancel);
        }
        foreach (var purse in (Purse[])[Purse.Total(person), Purse.Month(person)])
            if (await budgets.CapsAsync(purse, isCeiling: false, cancel) is { } caps)
                await archive.AddJsonAsync($"budgets/{purse.Scope}.json", caps, cancel);
    }

    public async Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel)
    {
        await using var remove = new NpgsqlCommand(Remove, transaction.Connection, transaction);
        remove.Parameters.Add(new() { Value = person });
        await remove.ExecuteNonQueryAsync(cancel);
    }
}
