using Atelier.Campaigns.Running;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns;

internal static class GetCampaign
{
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Get(
        Guid campaignId,
        CampaignsDb db,
        CampaignRuns runs,
        CancellationToken ct
    )
    {
        await runs.SettleAsync(campaignId, ct);
        return await ViewAsync(db, campaignId, ct);
    }

    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> ViewAsync(
        CampaignsDb db,
        Guid campaignId,
        CancellationToken ct
    ) =>
        await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, ct) is { } campaign
            ? TypedResults.Ok(campaign.ToView())
            : Gone.ToHttp();

    public static Problem Gone => Problem.NotFound("campaign_not_found", "There is no such campaign.");

    public static Problem Busy(CampaignState state) =>
        Problem.Conflict("campaign_busy", $"The campaign is {Word(state)}. Pause or cancel it first.");

    /// <summary>There is no such arrow from where the campaign is.</summary>
    public static Problem NoArrow(CampaignState state) =>
        Problem.Conflict(
            "campaign_state",
            $"The campaign is {Word(state)}. Possible now: {string.Join(", ", CampaignViews.ActionsOf(state))}."
        );

    private static string Word(CampaignState state) => StoredState.Write(state).Replace('_', ' ');
}
