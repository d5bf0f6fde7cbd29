using Atelier.Campaigns.Blogs.Finding;
using Atelier.Campaigns.Blogs.Posts;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

/// <summary>
/// Finds blogs and reads them. What is found is kept at once, one blog at a time: whoever stops half way has what was
/// found so far, and whoever begins again is answered by what is kept.
/// </summary>
internal sealed class BlogScout(BlogInspector inspector, BlogReader reader, IServiceScopeFactory scopes)
{
    private const int AtOnce = 4; // hosts; each of them is asked one thing at a time
    private const int Deepest = 2; // links from the seeds
    private const int LooksPerBlog = 5; // candidates that may turn out to be none

    /// <summary>Runs a piece of work once, where the caller stores what it made.</summary>
    internal delegate Task<Look> Once(string name, Func<CancellationToken, Task<Look>> work);

    /// <returns>The blogs that were found, those that were known before included.</returns>
    public Task<IReadOnlyList<Guid>> DiscoverAsync(
        DiscoverOrder order,
        IProgress<ScoutNews>? progress,
        CancellationToken cancel
    ) => DiscoverAsync(order, progress, (_, work) => work(cancel), cancel);

    public async Task<IReadOnlyList<Guid>> DiscoverAsync(
        DiscoverOrder order,
        IProgress<ScoutNews>? progress,
        Once once,
        CancellationToken cancel
    )
    {
        var queue = new Candidates(order.Seeds, order.SeedsAre);
        var found = new List<Guid>(await KnownAsync(order, cancel));
        var looked = 0;
        while (found.Count < order.MaxBlogs && looked < order.MaxBlogs * LooksPerBlog && queue.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var room = Math.Min(AtOnce, order.MaxBlogs - found.Count);
            var batch = queue.Take(room);
            var looks = await Task.WhenAll(
                batch.Select(candidate =>
                    once($"look {candidate.Address}", c => inspector.LookAsync(order, candidate, c))
                )
            );
            foreach (var (candidate, look) in batch.Zip(looks))
            {
                looked++;
                if (look.BlogId is { } blog && !found.Contains(blog))
                    found.Add(blog);
                if (order.FollowLinks && candidate.Depth < Deepest)
                    queue.AddLinks(look, candidate, order.Keywords);
                progress?.Report(new(looked, found.Count, queue.Count, $"{candidate.Address.Host}: {look.Note}"));
            }
        }
        return [.. found.Take(order.MaxBlogs)];
    }

    /// <summary>Reads the feed when it is time, and the newest posts that are not known as they are now.</summary>
    public Task<BlogReading> ReadAsync(Guid blogId, int maxPosts, Guid? campaignId, CancellationToken cancel) =>
        reader.ReadAsync(blogId, maxPosts, campaignId, cancel);

    /// <summary>Blogs of the person's shelf whose posts or descriptions have a keyword in them.</summary>
    private async Task<IReadOnlyList<Guid>> KnownAsync(DiscoverOrder order, CancellationToken cancel)
    {
        if (order.Keywords.Count == 0)
            return [];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        var ready = db.Set<Blog>()
            .AsNoTracking()
            .Where(b => b.OwnerId == order.OwnerId && b.State == BlogState.Ready && !b.TermsFlag);
        var posts = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.OwnerId == order.OwnerId)
            .Select(p => new
            {
                p.BlogId,
                p.Title,
                p.Keyphrases,
            })
            .ToListAsync(cancel);
        var words = posts
            .GroupBy(p => p.BlogId)
            .ToDictionary(g => g.Key, g => string.Join('\n', g.SelectMany(p => p.Keyphrases.Prepend(p.Title ?? ""))));
        return [.. (
                await ready
                    .Select(b => new
                    {
                        b.Id,
                        b.Title,
                        b.Description,
                    })
                    .ToListAsync(cancel)
            ).Where(b => Keywords.AnyIn(order.Keywords, $"{b.Title}\n{b.Description}\n{words.GetValueOrDefault(b.Id)}")).Select(b => b.Id).Take(order.MaxBlogs)];
    }
}
