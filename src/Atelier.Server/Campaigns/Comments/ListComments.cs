using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

internal static class ListComments
{
    /// <summary>The caller's own, newest first, of one campaign or in one state when asked.</summary>
    public static async Task<Results<Ok<Page<CommentSummary>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? campaignId,
        [RegularExpression(StateWords.OfComments)] string? state,
        CurrentUser user,
        CampaignsDb db,
        CommentList list,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var only = StateWords.Read<CommentState>(state);
        var own = db.Set<Comment>()
            .Where(c => c.OwnerId == user.Id && (after == null || c.Id < after))
            .Where(c => campaignId == null || c.CampaignId == campaignId)
            .Where(c => only == null || c.State == only)
            .OrderByDescending(c => c.Id);
        return TypedResults.Ok(await list.ReadAsync(own, page, ct));
    }
}
