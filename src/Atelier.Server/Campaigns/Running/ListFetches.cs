using Atelier.Campaigns.Fetching;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Running;

internal static class ListFetches
{
    /// <summary>Every request that was made for the campaign, or was not, and why; newest first.</summary>
    public static async Task<Results<Ok<Page<FetchView>>, ProblemHttpResult>> Get(
        Guid campaignId,
        [AsParameters] PageRequest page,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<long>(out var after) is { } refusal)
            return refusal.ToHttp();
        return TypedResults.Ok(page.Of(await OfAsync(db, campaignId, after, page.Take, ct), fetch => fetch.Id));
    }

    public static async Task<List<FetchView>> OfAsync(
        CampaignsDb db,
        Guid campaign,
        long? before,
        int most,
        CancellationToken cancel
    )
    {
        var fetches = await db.Set<Fetch>()
            .AsNoTracking()
            .Where(f => f.CampaignId == campaign && (before == null || f.Id < before))
            .OrderByDescending(f => f.Id)
            .Take(most)
            .ToListAsync(cancel);
        return [.. fetches.Select(FetchView.Of)];
    }
}
