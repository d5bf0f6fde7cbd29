using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

internal static class GetQueue
{
    private static readonly CommentState[] Waiting = [CommentState.Ready, CommentState.NeedsWork, CommentState.Blocked];

    /// <summary>What waits for a decision, oldest first: everybody's for moderators, one's own for others.</summary>
    public static async Task<Results<Ok<Page<CommentSummary>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        [RegularExpression(StateWords.OfComments)] string? state,
        Guid? campaignId,
        CurrentUser user,
        CampaignsDb db,
        CommentList list,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var only = StateWords.Read<CommentState>(state);
        var isModerator = user.Has(CommentRoutes.ModeratorScope);
        var waiting = db.Set<Comment>()
            .Where(c => Waiting.Contains(c.State) && (isModerator || c.OwnerId == user.Id))
            .Where(c => (after == null || c.Id > after) && (only == null || c.State == only))
            .Where(c => campaignId == null || c.CampaignId == campaignId)
            .OrderBy(c => c.Id);
        return TypedResults.Ok(await list.ReadAsync(waiting, page, ct));
    }
}
