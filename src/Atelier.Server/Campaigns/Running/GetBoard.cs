using Atelier.Campaigns.Money;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Running;

internal static class GetBoard
{
    private const int Lines = 10;

    /// <summary>Everything that the live board of a campaign shows, in one answer.</summary>
    public static async Task<Results<Ok<BoardView>, ProblemHttpResult>> Get(
        Guid campaignId,
        CampaignsDb db,
        CampaignRuns runs,
        Board board,
        Timeline timeline,
        Spending spending,
        CommentCounts comments,
        CancellationToken ct
    )
    {
        await runs.SettleAsync(campaignId, ct);
        var campaign = await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, ct);
        if (campaign is null)
            return GetCampaign.Gone.ToHttp();
        var progress = await board.ReadAsync(campaign, ct);
        return TypedResults.Ok(
            new BoardView(
                campaign.State,
                campaign.Phase,
                progress.Phases,
                progress.Agents,
                await spending.ReadAsync(campaignId, campaign.OwnerId, ct),
                new(progress.Blogs, progress.Posts, progress.Picked, await comments.OfAsync(campaignId, ct)),
                await ListFetches.OfAsync(db, campaignId, before: null, Lines, ct),
                await timeline.LatestAsync(campaignId, Lines, ct),
                progress.SecondsLeft,
                campaign.ProblemOf(),
                progress.Seq
            )
        );
    }
}
