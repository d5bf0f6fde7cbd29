using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

internal static class ListCampaigns
{
    /// <summary>The caller's own, newest first.</summary>
    public static async Task<Results<Ok<Page<CampaignListItem>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? projectId,
        [RegularExpression(StateWords.OfCampaigns)] string? state,
        CurrentUser user,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var only = StateWords.Read<CampaignState>(state);
        var campaigns = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => c.OwnerId == user.Id && (after == null || c.Id < after))
            .Where(c => (projectId == null || c.ProjectId == projectId) && (only == null || c.State == only))
            .OrderByDescending(c => c.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        return TypedResults.Ok(page.Of([.. campaigns.Select(campaign => campaign.ToListItem())], item => item.Id));
    }
}
