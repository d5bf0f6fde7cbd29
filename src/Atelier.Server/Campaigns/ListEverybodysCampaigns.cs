using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

/// <param name="MayPause">It runs or waits to: <c>POST /campaigns/{campaignId}/pause</c> holds it, and only its owner resumes it.</param>
public sealed record CampaignAtWork(
    Guid Id,
    Guid OwnerId,
    string Name,
    string Topic,
    CampaignState State,
    CampaignPhase? Phase,
    bool MayPause,
    DateTimeOffset? StartedAt,
    DateTimeOffset UpdatedAt
);

internal static class ListEverybodysCampaigns
{
    private static readonly CampaignState[] AtWork =
    [
        CampaignState.Queued,
        CampaignState.Running,
        CampaignState.Pausing,
        CampaignState.Cancelling,
    ];

    /// <summary>For moderators: everybody's campaigns that are at work, or in the state that is asked for, newest first.</summary>
    public static async Task<Results<Ok<Page<CampaignAtWork>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        [RegularExpression(StateWords.OfCampaigns)] string? state,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var only = StateWords.Read<CampaignState>(state);
        var campaigns = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => only == null ? AtWork.Contains(c.State) : c.State == only)
            .Where(c => after == null || c.Id < after)
            .OrderByDescending(c => c.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        return TypedResults.Ok(page.Of([.. campaigns.Select(View)], view => view.Id));
    }

    private static CampaignAtWork View(Campaign campaign) =>
        new(
            campaign.Id,
            campaign.OwnerId,
            campaign.Name,
            campaign.Topic,
            campaign.State,
            campaign.Phase,
            campaign.State.Allows(CampaignMove.Pause),
            campaign.StartedAt,
            campaign.UpdatedAt
        );
}
