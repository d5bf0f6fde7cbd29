using System.Security.Cryptography;
using System.Text;
using Atelier.Audit.Contracts;
using Atelier.Campaigns.Comments.Checking;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns.Comments;

/// <summary>Writes down who decided what about a draft, and tells its campaign, in the transaction of the decision.</summary>
internal sealed class CommentAudit(CampaignsDb db, IAuditTrail trail, CampaignStates campaigns)
{
    public const string Edited = AuditActions.CommentEdited;
    public const string Approved = AuditActions.CommentApproved;
    public const string Rejected = AuditActions.CommentRejected;
    public const string Regenerated = AuditActions.CommentRegenerated;

    public Task RecordAsync(
        NpgsqlTransaction transaction,
        string action,
        Comment before,
        CommentState after,
        string role,
        Assessment? assessment,
        string text,
        CancellationToken cancel,
        AuditOutcome outcome = AuditOutcome.Ok
    ) =>
        trail.RecordAsync(
            transaction,
            new AuditEntry(
                action,
                outcome,
                SubjectKind: "comment",
                SubjectId: before.Id,
                Details: new
                {
                    before.CampaignId,
                    before.PostId,
                    Role = role,
                    From = before.State.ToString(),
                    To = after.ToString(),
                    Version = before.Versions,
                    TextBefore = HashOf(before.Text),
                    TextAfter = HashOf(text),
                    assessment?.Score,
                    FailedGates = assessment?.FailedGates(),
                    Rubric = Rubric.Number,
                    Model = before.Writer,
                    Prompt = before.PromptVersion,
                }
            ),
            cancel
        );

    /// <summary>A campaign is complete when nothing of it waits for anybody.</summary>
    public async Task TellCampaignAsync(NpgsqlTransaction transaction, Guid campaign, CancellationToken cancel)
    {
        var left = await db.Set<Comment>()
            .CountAsync(c => c.CampaignId == campaign && CommentArrows.Undecided.Contains(c.State), cancel);
        await campaigns.DecidedAsync(transaction, campaign, left, cancel);
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
