using Atelier.Campaigns.Blogs;
using Atelier.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Comments;

/// <summary>Reads drafts with their campaigns and the titles of their posts, a page at a time.</summary>
internal sealed class CommentList(CampaignsDb db)
{
    /// <param name="comments">In the order of the list, from where the page begins.</param>
    public async Task<Page<CommentSummary>> ReadAsync(
        IQueryable<Comment> comments,
        PageRequest page,
        CancellationToken cancel
    )
    {
        var rows = await comments.AsNoTracking().Take(page.Take).ToListAsync(cancel);
        var ids = rows.Select(c => c.PostId).ToList();
        var posts = await db.Set<Post>()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Url,
            })
            .ToDictionaryAsync(p => p.Id, cancel);
        var campaignIds = rows.Select(c => c.CampaignId).Distinct().ToList();
        var campaigns = await db.Set<Campaign>()
            .Where(c => campaignIds.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.State,
            })
            .ToDictionaryAsync(c => c.Id, cancel);
        // A post or a campaign may be deleted between the questions, and its drafts with it.
        var left = rows.Where(c => posts.ContainsKey(c.PostId) && campaigns.ContainsKey(c.CampaignId));
        var views = left.Select(c => new CommentSummary(
            c.Id,
            c.CampaignId,
            campaigns[c.CampaignId].Name,
            campaigns[c.CampaignId].State,
            c.PostId,
            c.State,
            c.Text,
            c.Language,
            c.Score,
            c.Assessment?.Spam.Probability,
            c.Assessment?.FailedGates() ?? [],
            posts[c.PostId].Title ?? "",
            posts[c.PostId].Url,
            c.Versions,
            c.Attempts.Count,
            c.ExportedAt is not null,
            c.CreatedAt,
            c.UpdatedAt
        ));
        return page.Of([.. views], view => view.Id);
    }
}
