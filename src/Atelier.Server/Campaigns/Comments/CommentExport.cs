using Atelier.Campaigns.Blogs;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <summary>A comment as it leaves the studio.</summary>
internal sealed record ExportedComment(
    Guid Id,
    CommentState State,
    string PostUrl,
    string PostTitle,
    string Text,
    string Persona,
    string Disclosure,
    IReadOnlyList<string> Anchors,
    double? Score,
    double? Spam,
    IReadOnlyList<string> FailedGates,
    Guid? DecidedBy,
    string? DecidedRole,
    DateTimeOffset? DecidedAt,
    string? Reason,
    string Writer,
    string? PromptVersion,
    int Versions
);

/// <summary>Reads what is exported, and notes that it was.</summary>
internal sealed class CommentExport(CampaignsDb db, TimeProvider clock)
{
    /// <param name="campaignId">Null for all of the person's.</param>
    public async Task<IReadOnlyList<ExportedComment>> ReadAsync(
        Guid owner,
        Guid? campaignId,
        bool all,
        CancellationToken cancel
    )
    {
        var wanted = db.Set<Comment>()
            .Where(c => c.OwnerId == owner && (campaignId == null || c.CampaignId == campaignId))
            .Where(c => all || c.State == CommentState.Approved);
        var rows = await (
            from comment in wanted.AsNoTracking()
            join post in db.Set<Post>() on comment.PostId equals post.Id
            join campaign in db.Set<Campaign>() on comment.CampaignId equals campaign.Id
            orderby comment.Id
            select new
            {
                comment,
                post.Url,
                post.Title,
                campaign.Disclosure,
            }
        ).ToListAsync(cancel);
        var (now, ids) = (clock.GetUtcNow(), rows.Select(row => row.comment.Id).ToList());
        await wanted
            .Where(c => ids.Contains(c.Id) && c.State == CommentState.Approved && c.ExportedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ExportedAt, now), cancel);
        return [.. rows.Select(row => Export(row.comment, row.Url, row.Title ?? "", row.Disclosure))];
    }

    private static ExportedComment Export(Comment comment, string url, string title, string disclosure) =>
        new(
            comment.Id,
            comment.State,
            url,
            title,
            comment.Text,
            comment.Persona,
            comment
                .Assessment?.Gates.First(gate => gate.Code == "G3")
                .Evidence.Select(evidence => evidence.Quote)
                .FirstOrDefault()
                ?? disclosure,
            [.. comment.Assessment?.Anchors.Where(anchor => anchor.Verified).Select(anchor => anchor.Text) ?? []],
            comment.Score,
            comment.Assessment?.Spam.Probability,
            comment.Assessment?.FailedGates() ?? [],
            comment.DecidedBy,
            comment.DecidedRole,
            comment.DecidedAt,
            comment.DecisionReason,
            comment.Writer,
            comment.PromptVersion,
            comment.Versions
        );
}
