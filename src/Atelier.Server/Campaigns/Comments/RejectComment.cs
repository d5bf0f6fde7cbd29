using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

/// <param name="Version">The one that was read; left out, whichever there is.</param>
public sealed record RejectCommentRequest(
    [property:
        StringLength(500, MinimumLength = 3),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The reason must not be blank.")
    ]
        string Reason,
    int? Version = null
);

internal static class RejectComment
{
    /// <summary>Rejects a draft, and says why.</summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Post(
        Guid commentId,
        RejectCommentRequest request,
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
        if (request.Version is { } version && version != seen.Comment.Versions)
            return GetComment.Changed.ToHttp();
        var rejected = await db.InTransactionAsync(
            async tx =>
            {
                if (
                    !await db.RejectAsync(
                        seen.Comment,
                        request.Reason.Trim(),
                        user.Id,
                        user.Role,
                        clock.GetUtcNow(),
                        ct
                    )
                )
                    return false;
                await audit.RecordAsync(
                    tx,
                    CommentAudit.Rejected,
                    seen.Comment,
                    CommentState.Rejected,
                    user.Role,
                    seen.Comment.Assessment,
                    seen.Comment.Text,
                    ct
                );
                await audit.TellCampaignAsync(tx, seen.Campaign.Id, ct);
                return true;
            },
            ct
        );
        if (!rejected)
            return GetComment.Changed.ToHttp();
        campaigns.Changed(seen.Campaign.Id);
        return await GetComment.Get(commentId, desk, ct);
    }
}
