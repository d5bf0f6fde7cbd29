using Atelier.Campaigns.Blogs.Judging;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

/// <param name="Language">ISO 639-1; posts in others are left out. Null takes all that are known.</param>
internal sealed record PickOrder(
    Guid OwnerId,
    IReadOnlyList<Guid> Blogs,
    string Topic,
    IReadOnlyList<string> Keywords,
    string? Language,
    int Max
);

/// <param name="Fit">0 to 1.</param>
/// <param name="Parts">What it was worked out from.</param>
internal sealed record PickedPost(Guid PostId, Guid BlogId, double Fit, IReadOnlyDictionary<string, double> Parts);

/// <summary>
/// Picks the posts that are worth answering: about the topic, fresh, and open to comments. Each blog gives its best before
/// any gives its second.
/// </summary>
internal sealed class PostPicker(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const double LeastTopic = 0.15;
    private static readonly TimeSpan LatelySeen = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<PickedPost>> PickAsync(PickOrder order, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var now = clock.GetUtcNow();
        var since = now - LatelySeen;
        var flagged = db.Set<Blog>().Where(b => b.TermsFlag).Select(b => b.Id);
        var posts = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.OwnerId == order.OwnerId && order.Blogs.Contains(p.BlogId) && !flagged.Contains(p.BlogId))
            .Where(p =>
                p.Text != null && p.RobotsAllowed && !p.TermsFlag && p.DuplicateOf == null && p.FetchedAt >= since
            )
            .Where(p => p.Openness != PostOpenness.Closed && p.Openness != PostOpenness.None)
            .Where(p => p.Language != null && (order.Language == null || p.Language == order.Language))
            .ToListAsync(cancel);
        return
        [
            .. posts
                .Select(post => Rate(post, order, now))
                .Where(picked => picked.Parts["topic"] >= LeastTopic)
                .GroupBy(picked => picked.BlogId)
                .SelectMany(blog =>
                    blog.OrderByDescending(picked => picked.Fit).Select((picked, place) => (picked, place))
                )
                .OrderBy(ranked => ranked.place)
                .ThenByDescending(ranked => ranked.picked.Fit)
                .ThenBy(ranked => ranked.picked.PostId)
                .Take(order.Max)
                .Select(ranked => ranked.picked),
        ];
    }

    private static PickedPost Rate(Post post, PickOrder order, DateTimeOffset now)
    {
        var parts = new Dictionary<string, double>
        {
            ["topic"] = TopicFit.Of(order.Topic, order.Keywords, post.Title, post.Keyphrases, post.Text) ?? 0,
            ["freshness"] = Freshness.Of(post.PublishedAt, now) ?? 0.3,
            ["openness"] = Freshness.Of(post.Openness),
            ["length"] = Math.Min(1, post.Words / 400.0), // there must be something to answer
        };
        var fit = 0.55 * parts["topic"] + 0.2 * parts["freshness"] + 0.15 * parts["openness"] + 0.1 * parts["length"];
        return new(post.Id, post.BlogId, Math.Round(fit, 4), parts);
    }
}
