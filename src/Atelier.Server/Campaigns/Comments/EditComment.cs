using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Reading.Safety;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

/// <param name="Version">The one that was seen.</param>
public sealed record EditCommentRequest(
    [property:
        StringLength(Comment.Longest, MinimumLength = 1),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The comment must not be blank.")
    ]
        string Text,
    [property: Range(1, int.MaxValue)] int Version
);

internal static class EditComment
{
    /// <summary>Makes a new version and judges it. An approved comment is approved no more.</summary>
    public static async Task<Results<Ok<CommentView>, ProblemHttpResult>> Patch(
        Guid commentId,
        EditCommentRequest request,
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
        if (seen.Comment.State is CommentState.Rejected)
            return Problem
                .Conflict("comment_rejected", "A rejected comment is not edited. Have it written anew.")
                .ToHttp();
        var text = ReaderText.Clean(request.Text).Trim();
        var changed = await db.InTransactionAsync(
            async tx =>
            {
                await desk.TakeTurnAsync(seen.Campaign.Id, ct);
                var now = await desk.FindAsync(commentId, ct);
                if (now is null || now.Comment.Versions != request.Version)
                    return false;
                var assessment = desk.Assess(now, text);
                var state = CommentDesk.StateOf(assessment, judgement: null);
                var version = new NewText(text, now.Comment.Writer, now.Comment.PromptVersion, assessment, null);
                if (!await db.EditAsync(now.Comment, version, state, user.Id, clock.GetUtcNow(), ct))
                    return false;
                await audit.RecordAsync(tx, CommentAudit.Edited, now.Comment, state, user.Role, assessment, text, ct);
                await audit.TellCampaignAsync(tx, now.Campaign.Id, ct);
                return true;
            },
            ct
        );
        if (!changed)
            return GetComment.Changed.ToHttp();
        campaigns.Changed(seen.Campaign.Id);
        return await GetComment.Get(commentId, desk, ct);
    }
}
