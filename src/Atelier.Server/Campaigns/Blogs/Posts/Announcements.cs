using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>A post that a feed, a sitemap or a front page names.</summary>
internal sealed record AnnouncedPost(Uri Address, PostNews News);

internal static class Announcements
{
    /// <returns>How many were not known.</returns>
    public static async Task<int> KeepAsync(
        CampaignsDb db,
        Blog blog,
        IReadOnlyList<AnnouncedPost> posts,
        int most,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var known = await db.Set<Post>().Where(p => p.BlogId == blog.Id).ToDictionaryAsync(p => p.Url, cancel);
        var added = 0;
        // The newest last: lists show the latest first.
        foreach (var post in posts.OrderByDescending(p => p.News.Published).Take(most).Reverse())
        {
            if (known.TryGetValue(post.Address.AbsoluteUri, out var already))
            {
                already.Hear(post.News);
                continue;
            }
            if (known.Count >= most * 2)
                break;
            var news = Post.Announce(blog, post.Address.AbsoluteUri, post.News, now.AddMilliseconds(added));
            db.Add(known[news.Url] = news);
            added++;
        }
        return added;
    }
}
