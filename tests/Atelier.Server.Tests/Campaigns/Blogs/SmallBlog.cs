using System.Globalization;
using System.Net;

namespace Atelier.Campaigns.Blogs;

/// <summary>A blog on the fake web: a front page, a feed, and posts with a comment form.</summary>
internal static class SmallBlog
{
    /// <param name="posts">Their titles, the newest first.</param>
    /// <returns>Its home.</returns>
    public static Uri Publish(FakeWeb web, string host, string about, string[] posts, string links = "")
    {
        var items = new List<string>();
        foreach (var (i, title) in posts.Index())
        {
            var address = web.Page(host, $"/{i}", Post(title, about));
            var date = new DateTime(2026, 11, 20).AddDays(-4 * i).ToString("R", CultureInfo.InvariantCulture);
            items.Add(
                $"<item><title>{WebUtility.HtmlEncode(title)}</title><link>{address}</link><guid>{address}</guid><pubDate>{date}</pubDate></item>"
            );
        }
        web.Page(
            host,
            "/feed",
            $"<rss version=\"2.0\"><channel><title>{host} on {about}</title><link>{web.At(host)}</link><description>All about {about}.</description>{string.Concat(items)}</channel></rss>",
            "application/rss+xml"
        );
        return web.Page(
            host,
            "/",
            $"""
            <html lang="en"><head><title>{host}</title><link rel="alternate" type="application/rss+xml" href="/feed"></head>
            <body><main><p>We write about {about} because we like it, and we have liked it for many years now.</p>{links}</main></body></html>
            """
        );
    }

    public static string Post(string title, string about, string extra = "", string head = "") =>
        $"""
            <html lang="en"><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>
            <p>This is a longer piece on {about}, and it begins with {title}, which somebody asked about last week when it rained.</p>
            <p>First we looked at what {about} needs: time, warmth and patience. Then we wrote down what {title} had taught us,
            because the notes of last year were lost when the roof leaked over the desk in the shed.</p>
            <p>In the end 37 of 40 tries went well, and {title} was the best of them, as our neighbour Ada said at once.</p>{extra}
            </article><form id="commentform" action="/wp-comments-post.php" method="post"><textarea name="comment"></textarea></form></body></html>
            """;
}
