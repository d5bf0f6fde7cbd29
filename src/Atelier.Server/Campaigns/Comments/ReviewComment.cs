using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

internal static class ReviewComment
{
    /// <summary>Judges the present version again: the clock, the block lists and the other drafts may have changed.</summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Post(
        Guid commentId,
        CampaignsDb db,
        CommentDesk desk,
        CampaignStates campaigns,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await desk.FindAsync(commentId, ct) is not { } seen)
            return GetComment.Gone.ToHttp();
        if (!CommentArrows.From(CommentMove.Review).Contains(seen.Comment.State))
            return Problem
                .Conflict("comment_not_reviewable", "Only what waits for a decision is judged again.")
                .ToHttp();
        var changed = await db.InTransactionAsync(
            async _ =>
            {
                await desk.TakeTurnAsync(seen.Campaign.Id, ct);
                if (await desk.FindAsync(commentId, ct) is not { } now)
                    return false;
                var assessment = desk.Assess(now, now.Comment.Text);
                var judgement =
                    now.Comment.Judgement is { } judged && judged.OfVersion == now.Comment.Versions ? judged : null;
                return await db.ReviewAsync(
                    now.Comment,
                    assessment,
                    CommentDesk.StateOf(assessment, judgement),
                    clock.GetUtcNow(),
                    ct
                );
            },
            ct
        );
        if (!changed)
            return GetComment.Changed.ToHttp();
        campaigns.Changed(seen.Campaign.Id);
        return await GetComment.Get(commentId, desk, ct);
    }
}
