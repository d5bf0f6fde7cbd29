using Atelier.Campaigns.Agents;
using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Running;

/// <summary>The scout, the picker and the writing desk, each with a scope of its own: several items are done side by side.</summary>
internal sealed class Fieldwork(BlogScout scout, PostPicker picker, IServiceScopeFactory scopes) : IFieldwork
{
    private const int PostsOfABlog = 10;

    /// <summary>More are looked at than answered, so that there is something to put in order.</summary>
    private const int LookedAt = 2;

    public async Task<IReadOnlyList<Guid>> DiscoverAsync(
        Campaign campaign,
        IReadOnlyList<string> keywords,
        CancellationToken cancel
    )
    {
        var found = await scout.DiscoverAsync(
            new DiscoverOrder(
                campaign.OwnerId,
                campaign.Id,
                campaign.Seeds,
                keywords,
                campaign.MaxBlogs,
                campaign.FollowLinks
            ),
            progress: null,
            cancel
        );
        if (campaign.Seeds.Count > 0)
            return found;
        // Who names no blogs means those that are there.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var known = await db.Set<Blog>()
            .Where(b => b.OwnerId == campaign.OwnerId && b.State == BlogState.Ready && !b.TermsFlag)
            .OrderByDescending(b => b.Id)
            .Select(b => b.Id)
            .Take(campaign.MaxBlogs)
            .ToListAsync(cancel);
        return [.. found.Union(known).Take(campaign.MaxBlogs)];
    }

    public async Task<(string Address, int Posts)> ReadAsync(Campaign campaign, Guid blog, CancellationToken cancel)
    {
        var reading = await scout.ReadAsync(blog, PostsOfABlog, campaign.Id, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var address = await db.Set<Blog>().Where(b => b.Id == blog).Select(b => b.Address).SingleOrDefaultAsync(cancel);
        return (address ?? "", reading.Posts);
    }

    public async Task<IReadOnlyList<ChosenPost>> ChooseAsync(
        Campaign campaign,
        IReadOnlyList<Guid> blogs,
        CancellationToken cancel
    )
    {
        var picked = await picker.PickAsync(
            new PickOrder(
                campaign.OwnerId,
                blogs,
                campaign.Topic,
                campaign.Keywords,
                campaign.Language,
                campaign.MaxPosts * LookedAt
            ),
            cancel
        );
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var ids = picked.Select(post => post.PostId).ToList();
        var titles = await db.Set<Post>()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Url,
            })
            .ToDictionaryAsync(p => p.Id, p => p.Title ?? p.Url, cancel);
        return [.. picked.Select(post => new ChosenPost(post.PostId, post.BlogId, post.Fit, titles[post.PostId]))];
    }

    public async Task<DraftedComment> DraftAsync(
        Campaign campaign,
        ChosenPost post,
        AgentTurn writer,
        AgentTurn reviewer,
        CancellationToken cancel
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var drafts = scope.ServiceProvider.GetRequiredService<DraftPost>();
        var made = await drafts.RunAsync(campaign.Id, post.PostId, writer, reviewer, cancel);
        return new(made.CommentId, StoredState.Write(made.State), made.Score, made.Versions);
    }

    public async Task<int> UndecidedAsync(Guid campaign, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        return await db.Set<Comment>()
            .CountAsync(c => c.CampaignId == campaign && CommentArrows.Undecided.Contains(c.State), cancel);
    }
}
