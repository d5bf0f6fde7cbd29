using Atelier.Campaigns.Blogs.Finding;
using Atelier.Campaigns.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>
/// Reads a blog: what is new when it is time to ask again, then its newest posts. Each is stored by itself, so an interrupted
/// reading goes on where it was.
/// </summary>
internal sealed class BlogReader(
    NewsAsker asker,
    PostKeeper keeper,
    IServiceScopeFactory scopes,
    IOptions<BlogOptions> limits,
    TimeProvider clock
)
{
    private const int MostFailures = 3;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(20); // drafts want what was seen within a day

    public async Task<BlogReading> ReadAsync(Guid blogId, int maxPosts, Guid? campaignId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        if (await db.Set<Blog>().SingleOrDefaultAsync(b => b.Id == blogId, cancel) is not { } blog)
            return new(0, 0, 0, 0, 0, "The blog was deleted.");
        if (await PollAsync(db, blog, campaignId, cancel) is not var (added, note))
            return new(0, 0, 0, 0, 0, "The blog was deleted.");
        var now = clock.GetUtcNow();
        var due = await db.Set<Post>()
            .Where(p => p.BlogId == blogId)
            .OrderByDescending(p => p.PublishedAt ?? p.CreatedAt)
            .ThenByDescending(p => p.Id)
            .Take(maxPosts)
            .ToListAsync(cancel);
        var counts = new Dictionary<PostOutcome, int>();
        foreach (var post in due.Where(p => p.FetchedAt is null || now - p.FetchedAt > Fresh))
        {
            var outcome = await keeper.ReadAsync(db, post, campaignId, cancel);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome is PostOutcome.HostIsAway || counts.GetValueOrDefault(PostOutcome.Failed) == MostFailures)
                break;
        }
        await DescribeAsync(db, blog, cancel);
        return new(
            await db.Set<Post>().CountAsync(p => p.BlogId == blogId, cancel),
            added,
            counts.GetValueOrDefault(PostOutcome.Read),
            counts.GetValueOrDefault(PostOutcome.Unchanged),
            counts.GetValueOrDefault(PostOutcome.Failed) + counts.GetValueOrDefault(PostOutcome.HostIsAway),
            note
        );
    }

    /// <returns>How many posts were not known, and what went wrong; null when the blog was deleted meanwhile.</returns>
    private async Task<(int Added, string? Note)?> PollAsync(
        CampaignsDb db,
        Blog blog,
        Guid? campaign,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var isKnown = blog.FeedAddress is not null || blog.ReadAt is not null;
        if (!isKnown || blog.NextPollAt > now)
            return (0, null);
        var heard = await asker.AskAsync(blog, campaign, cancel);
        var added = 0;
        if (heard.Posts is { } posts)
        {
            added = await Announcements.KeepAsync(db, blog, posts, limits.Value.MostPosts, now, cancel);
            var dates = posts.Select(p => p.News.Published);
            if (posts.Count == 0) // nothing changed: what is known tells how often there is something new
                dates = await db.Set<Post>().Where(p => p.BlogId == blog.Id).Select(p => p.PublishedAt).ToListAsync(cancel);
            var gap = PollTimes.MedianGap([.. dates.OfType<DateTimeOffset>()]);
            blog.Read(blog.Openness, posts.Max(p => p.News.Published), PollTimes.NextAfter(gap), now);
        }
        else
        {
            if (heard.Outcome is FetchOutcome.Robots or FetchOutcome.Gone)
                blog.Refuse(heard.Outcome is FetchOutcome.Gone ? BlogState.Gone : BlogState.Refused, heard.Note!, now);
            blog.Wait(PollTimes.AfterFailure(blog.ReadAt, now), now);
        }
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        return (added, heard.Note);
    }

    /// <summary>What most of its posts say of comments, and its terms.</summary>
    private async Task DescribeAsync(CampaignsDb db, Blog blog, CancellationToken cancel)
    {
        var read = await db.Set<Post>()
            .Where(p => p.BlogId == blog.Id && p.FetchedAt != null && p.RobotsAllowed)
            .Select(p => new { p.Openness, p.TermsEvidence })
            .ToListAsync(cancel);
        if (read.Count == 0)
            return;
        var usual = read.GroupBy(p => p.Openness).OrderByDescending(group => group.Count()).ThenBy(group => group.Key);
        blog.Open(usual.First().Key, clock.GetUtcNow());
        blog.Flag(read.Select(p => p.TermsEvidence).FirstOrDefault(evidence => evidence is not null));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Deleted while it was read.
        }
    }
}
