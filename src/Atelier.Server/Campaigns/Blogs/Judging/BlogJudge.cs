using Atelier.Campaigns.Blogs.Posts;
using Atelier.Reading.Addresses;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs.Judging;

/// <summary>What speaks for a blog and a topic, part by part, from what is stored of it.</summary>
internal sealed class BlogJudge(CampaignsDb db, TimeProvider clock)
{
    private const int BestPosts = 5;
    private const double LongArticle = 800; // words

    public async Task<BlogAnalysis> JudgeAsync(
        Blog blog,
        string topic,
        IReadOnlyList<string> keywords,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.BlogId == blog.Id).ToListAsync(cancel);
        var read = posts.Where(p => p.Text is not null).ToList();
        return new(
            topic,
            keywords,
            [
                FitOf(topic, keywords, posts),
                .. FreshnessOf(posts, now),
                OpennessOf(read),
                .. AuthorityOf(blog, posts, read, now),
                await InboundAsync(blog, cancel),
            ],
            now
        );
    }

    private static AnalysisPart FitOf(string topic, IReadOnlyList<string> keywords, List<Post> posts)
    {
        var fits = posts
            .Select(p => TopicFit.Of(topic, keywords, p.Title, p.Keyphrases, p.Text))
            .OfType<double>()
            .OrderDescending()
            .Take(BestPosts)
            .ToList();
        return fits.Count == 0
            ? new("topic_fit", null, "There is no topic to compare with, or no post.")
            : new("topic_fit", Round(fits.Average()), $"Mean of its {fits.Count} closest posts.");
    }

    private static IEnumerable<AnalysisPart> FreshnessOf(List<Post> posts, DateTimeOffset now)
    {
        var dates = posts.Select(p => p.PublishedAt).OfType<DateTimeOffset>().ToList();
        if (dates.Count == 0)
        {
            yield return new("freshness", null, "No post has a date.");
            yield return new("cadence", null, "No post has a date.");
            yield break;
        }
        var last = dates.Max();
        yield return new("freshness", Round(Freshness.Of(last, now)!.Value), $"The last post is of {last:yyyy-MM-dd}.");
        yield return PollTimes.MedianGap(dates) is { } gap
            ? new("cadence", Round(7 / Math.Max(7, gap.TotalDays)), $"{gap.TotalDays:0.#} days lie between two posts.")
            : new("cadence", null, "Only one post has a date.");
    }

    private static AnalysisPart OpennessOf(List<Post> read) =>
        read.Count == 0
            ? new("openness", null, "No post is read yet.")
            : new(
                "openness",
                Round(read.Average(p => Freshness.Of(p.Openness))),
                string.Join(", ", read.GroupBy(p => p.Openness).Select(g => $"{g.Count()} {NamedValues.NameOf(g.Key)}"))
            );

    private static IEnumerable<AnalysisPart> AuthorityOf(
        Blog blog,
        List<Post> posts,
        List<Post> read,
        DateTimeOffset now
    )
    {
        var isEncrypted = blog.Address.StartsWith("https:", StringComparison.Ordinal);
        yield return new("authority.https", isEncrypted ? 1 : 0, isEncrypted ? "Encrypted." : "Not encrypted.");
        yield return blog switch
        {
            { Contact: { } contact } => new("authority.contact", 1, contact),
            { HomeReadAt: null } => new("authority.contact", null, "Its front page has not been read."),
            _ => new("authority.contact", 0, "Its front page does not say how to write to it."),
        };
        var first = posts.Min(p => p.PublishedAt);
        yield return first is { } date
            ? new(
                "authority.age",
                Round(Math.Min(1, (now - date).TotalDays / 365 / 3)),
                $"The oldest known post is of {date:yyyy-MM-dd}."
            )
            : new("authority.age", null, "No post has a date.");
        if (read.Count == 0)
            yield break;
        var named = read.Count(p => p.Author is not null);
        yield return new(
            "authority.author",
            Round((double)named / read.Count),
            $"{named} of {read.Count} posts name their author."
        );
        var median = read.Select(p => p.Words).Order().ElementAt(read.Count / 2);
        yield return new(
            "authority.length",
            Round(Math.Min(1, median / LongArticle)),
            $"{median} words in the middle post."
        );
        var perThousand = read.Sum(p => p.Links.Length) * 1000.0 / Math.Max(1, read.Sum(p => p.Words));
        yield return new(
            "authority.citations",
            Round(Math.Min(1, perThousand / 5)),
            $"{perThousand:0.#} links to others in a thousand words."
        );
        var counted = read.Select(p => p.CommentCount).OfType<int>().ToList();
        yield return counted.Count == 0
            ? new("authority.comments", null, "No post tells how many comments it has.")
            : new(
                "authority.comments",
                Round(Math.Min(1, counted.Average() / 10)),
                $"{counted.Average():0.#} comments a post."
            );
    }

    private async Task<AnalysisPart> InboundAsync(Blog blog, CancellationToken cancel)
    {
        var site = PageAddress.Site(new(blog.Address));
        var others = await db.Set<Post>()
            .Where(p => p.OwnerId == blog.OwnerId && p.BlogId != blog.Id && p.Links.Any(link => link.Contains(site)))
            .Select(p => p.BlogId)
            .Distinct()
            .CountAsync(cancel);
        return new("authority.inbound", Round(Math.Min(1, others / 5.0)), $"{others} of your other blogs link to it.");
    }

    private static double Round(double value) => Math.Round(value, 3);
}
