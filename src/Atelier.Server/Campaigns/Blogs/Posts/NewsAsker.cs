using Atelier.Campaigns.Blogs.Finding;
using Atelier.Campaigns.Fetching;

namespace Atelier.Campaigns.Blogs.Posts;

/// <summary>What a blog answered when it was asked for news.</summary>
/// <param name="Posts">As announced; empty where nothing changed, null where it could not be asked.</param>
/// <param name="Note">What went wrong.</param>
internal sealed record News(IReadOnlyList<AnnouncedPost>? Posts, FetchOutcome Outcome, string? Note);

/// <summary>Asks a blog for news: its feed, or its front page and sitemaps where it has none.</summary>
internal sealed class NewsAsker(Fetcher fetcher, PageReading pages, PostsWithoutFeed withoutFeed)
{
    public Task<News> AskAsync(Blog blog, Guid? campaign, CancellationToken cancel)
    {
        var order = new FetchOrder(new(blog.Address), FetchPurpose.Page, blog.OwnerId, campaign);
        return blog.FeedAddress is { } feed
            ? FromFeedAsync(order with { Address = new(feed), Purpose = FetchPurpose.Feed }, cancel)
            : FromPagesAsync(order, cancel);
    }

    private async Task<News> FromFeedAsync(FetchOrder order, CancellationToken cancel)
    {
        var result = await fetcher.FetchAsync(order, cancel);
        if (result.Outcome is FetchOutcome.NotModified)
            return new([], result.Outcome, null);
        return FeedFinder.Read(result) is { } found
            ? new(BlogInspector.PostsOf(found.Feed), result.Outcome, null)
            : new(null, result.Outcome, result.HasBody ? "The feed cannot be read any more." : result.Why);
    }

    /// <summary>An unchanged front page says nothing of the sitemaps, so they are asked all the same.</summary>
    private async Task<News> FromPagesAsync(FetchOrder order, CancellationToken cancel)
    {
        var home = await fetcher.FetchAsync(order, cancel);
        var page = home.HasBody ? await pages.ReadAsync(home, cancel) : null;
        return page is null
            ? new(null, home.Outcome, home.HasBody ? "The front page cannot be read any more." : home.Why)
            : new(await withoutFeed.FindAsync(order, home.Address, page, cancel), home.Outcome, null);
    }
}
