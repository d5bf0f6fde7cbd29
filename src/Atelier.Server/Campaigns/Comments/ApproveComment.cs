using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

/// <param name="Version">The one that was read.</param>
public sealed record ApproveCommentRequest([property: Range(1, int.MaxValue)] int Version);

internal static class ApproveComment
{
    /// <summary>
    /// Approves the version that was read, if no gate fails at this moment: all of them run again, in one transaction with the
    /// approval. Nothing is posted by it.
    /// </summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Post(
        Guid commentId,
        ApproveCommentRequest request,
        CurrentUser user,
        CampaignsDb db,
        CommentDesk desk,
        CommentAudit audit,
        CampaignStates campaigns,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await desk.FindAsync(commentId, ct) is not { } seen)
            return GetComment.Gone.ToHttp();
        var refusal = await db.InTransactionAsync(
            async tx =>
            {
                await desk.TakeTurnAsync(seen.Campaign.Id, ct);
                if (await desk.FindAsync(commentId, ct) is not { } now || now.Comment.Versions != request.Version)
                    return GetComment.Changed;
                if (Early(now, user) is { } early)
                    return early;
                var assessment = desk.Assess(now, now.Comment.Text);
                if (!assessment.Passed)
                {
                    await db.ReviewAsync(
                        now.Comment,
                        assessment,
                        now.Comment.Judgement,
                        CommentState.Blocked,
                        clock.GetUtcNow(),
                        ct
                    );
                    await audit.RecordAsync(
                        tx,
                        CommentAudit.Approved,
                        now.Comment,
                        CommentState.Blocked,
                        user.Role,
                        assessment,
                        now.Comment.Text,
                        ct,
                        AuditOutcome.Denied
                    );
                    return Failed(assessment);
                }
                if (!await db.ApproveAsync(now.Comment, assessment, user.Id, user.Role, clock.GetUtcNow(), ct))
                    return GetComment.Changed;
                await audit.RecordAsync(
                    tx,
                    CommentAudit.Approved,
                    now.Comment,
                    CommentState.Approved,
                    user.Role,
                    assessment,
                    now.Comment.Text,
                    ct
                );
                await audit.TellCampaignAsync(tx, now.Campaign.Id, ct);
                return null;
            },
            ct
        );
        campaigns.Changed(seen.Campaign.Id);
        return refusal is null ? await GetComment.Get(commentId, desk, ct) : refusal.ToHttp();
    }

    private static Problem? Early(CommentOnDesk desk, CurrentUser user) =>
        desk.Comment.State is CommentState.Drafting or CommentState.Approved or CommentState.Rejected
            ? Problem.Conflict("comment_not_approvable", "Only what waits for a decision can be approved.")
        : desk.Campaign.FourEyes && (user.Id == desk.Campaign.OwnerId || user.Id == desk.Comment.EditedBy)
            ? Problem.Forbidden("four_eyes", "Somebody else has to approve this: the campaign asks for four eyes.")
        : null;

    private static Problem Failed(Checking.Assessment assessment) =>
        assessment.FailedGates() is { Count: > 0 } failed
            ? Problem.Conflict(
                "gates_failed",
                $"It fails {string.Join(", ", failed)}: {string.Join(" ", assessment.Gates.Where(gate => !gate.Passed).Select(gate => gate.Why))}"
            )
            : Problem.Conflict("spam_blocked", $"It looks too much like spam ({assessment.Spam.Probability:0.00}).");
}
