namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>When it is worth asking a blog for news: half of what usually lies between two posts.</summary>
internal static class PollTimes
{
    private const int Counted = 10;
    private static readonly TimeSpan Soonest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(7);

    public static TimeSpan NextAfter(IReadOnlyList<AnnouncedPost> posts) =>
        NextAfter(MedianGap([.. posts.Select(post => post.News.Published).OfType<DateTimeOffset>()]));

    public static TimeSpan NextAfter(TimeSpan? gap)
    {
        var half = gap / 2 ?? TimeSpan.FromDays(1);
        return Bounded(half);
    }

    /// <summary>Who cannot be asked is left alone as long again as nothing came.</summary>
    public static TimeSpan AfterFailure(DateTimeOffset? lastRead, DateTimeOffset now) =>
        Bounded(now - lastRead ?? Soonest);

    /// <summary>Between the newest ten.</summary>
    public static TimeSpan? MedianGap(IReadOnlyList<DateTimeOffset> dates)
    {
        var newest = dates.OrderDescending().Take(Counted).ToList();
        var gaps = newest.Zip(newest.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        return gaps.Count == 0 ? null : gaps[gaps.Count / 2];
    }

    private static TimeSpan Bounded(TimeSpan time) =>
        time < Soonest ? Soonest
        : time > Latest ? Latest
        : time;
}
