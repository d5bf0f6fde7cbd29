using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

/// <param name="Instruction">What a model should mind; without a model it stays a note.</param>
public sealed record RegenerateCommentRequest([property: StringLength(300)] string? Instruction = null);

internal static class RegenerateComment
{
    /// <summary>Has another draft written. The versions before stay.</summary>
    public static async Task<Results<Accepted<CommentView>, ProblemHttpResult>> Post(
        Guid commentId,
        RegenerateCommentRequest request,
        CurrentUser user,
        CampaignsDb db,
        CommentDesk desk,
        CommentAudit audit,
        CampaignStates campaigns,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await desk.FindAsync(commentId, ct) is not { } seen)
            return GetComment.Gone.ToHttp();
        if (!CommentArrows.From(CommentMove.Regenerate).Contains(seen.Comment.State))
            return Problem.Conflict("comment_not_regenerable", "It is being written, or it is approved.").ToHttp();
        var begun = await db.InTransactionAsync(
            async tx =>
            {
                if (!await db.RegenerateAsync(seen.Comment, request.Instruction, clock.GetUtcNow(), ct))
                    return false;
                await jobs.EnqueueAsync(tx, new DraftComment(commentId), DraftComment.Options(seen.Comment), ct);
                await audit.RecordAsync(
                    tx,
                    CommentAudit.Regenerated,
                    seen.Comment,
                    CommentState.Drafting,
                    user.Role,
                    null,
                    seen.Comment.Text,
                    ct
                );
                await audit.TellCampaignAsync(tx, seen.Campaign.Id, ct);
                return true;
            },
            ct
        );
        if (!begun)
            return GetComment.Changed.ToHttp();
        campaigns.Changed(seen.Campaign.Id);
        var found = await desk.FindAsync(commentId, ct);
        return found is null
            ? GetComment.Gone.ToHttp()
            : TypedResults.Accepted($"/api/v1/comments/{commentId}", found.ToView());
    }
}
