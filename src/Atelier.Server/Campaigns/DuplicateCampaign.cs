using System.ComponentModel.DataAnnotations;
using Atelier.Campaigns.Money;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

/// <param name="Name">The old one with (copy) when left out.</param>
public sealed record DuplicateCampaignRequest([property: StringLength(120, MinimumLength = 1)] string? Name = null);

internal static class DuplicateCampaign
{
    private const int LongestName = 120;

    /// <summary>A draft with the same words and caps, and nothing of what was done.</summary>
    public static async Task<Results<Created<CampaignView>, ProblemHttpResult>> Post(
        Guid campaignId,
        DuplicateCampaignRequest request,
        CurrentUser user,
        CampaignsDb db,
        Budgets budgets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var old = await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, ct);
        if (old is null)
            return GetCampaign.Gone.ToHttp();
        var name = string.IsNullOrWhiteSpace(request.Name) ? $"{old.Name} (copy)" : request.Name.Trim();
        var plan = old.Plan with { Name = name[..Math.Min(name.Length, LongestName)] };
        var copy = Campaign.Begin(user.Id, old.ProjectId, plan, clock.GetUtcNow());
        var caps = await budgets.CapsAsync(Purse.OfCampaign(campaignId), isCeiling: false, ct);
        db.Add(copy);
        await db.InTransactionAsync(
            async transaction =>
            {
                if (caps is not null)
                    await Budgets.SetAsync(transaction, Purse.OfCampaign(copy.Id), caps, isCeiling: false, ct);
                return true;
            },
            ct
        );
        return TypedResults.Created($"/api/v1/campaigns/{copy.Id}", copy.ToView());
    }
}
