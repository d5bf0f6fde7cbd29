using Atelier.Campaigns.Fetching;
using Atelier.Reading.Articles;
using Atelier.Reading.Feeds;

namespace Atelier.Campaigns.Blogs.Finding;

/// <param name="Result">The fetch that brought it.</param>
internal sealed record FoundFeed(Uri Address, Feed Feed, FetchResult Result);

/// <summary>Finds the feed of a page: what its answer's headers name, then its head, then the usual places.</summary>
internal sealed class FeedFinder(Fetcher fetcher)
{
    private const int MostNamed = 3;
    private const int MostGuesses = 4; // each costs the host a request and us its pause

    public async Task<FoundFeed?> FindAsync(
        FetchOrder order,
        FetchResult home,
        ArticlePage page,
        CancellationToken cancel
    )
    {
        var named = FeedGuesses.FromLinkHeader(home.Links is { } links ? [links] : [], home.Address).Concat(page.Feeds);
        var isCommentsOnly = (Uri feed) => feed.AbsolutePath.Contains("comments", StringComparison.OrdinalIgnoreCase);
        foreach (var address in named.Where(feed => !isCommentsOnly(feed)).Distinct().Take(MostNamed))
            if (await TryAsync(order, address, cancel) is { } found)
                return found;
        foreach (var address in FeedGuesses.For(home.Address).Take(MostGuesses))
        {
            var (found, goesOn) = await GuessAsync(order, address, cancel);
            if (found is not null || !goesOn)
                return found;
        }
        return null;
    }

    private async Task<FoundFeed?> TryAsync(FetchOrder order, Uri address, CancellationToken cancel)
    {
        var result = await fetcher.FetchAsync(order with { Address = address, Purpose = FetchPurpose.Feed }, cancel);
        return Read(result);
    }

    /// <summary>A host that does not want to be asked is not asked for the next place either.</summary>
    private async Task<(FoundFeed? Found, bool GoesOn)> GuessAsync(
        FetchOrder order,
        Uri address,
        CancellationToken cancel
    )
    {
        var result = await fetcher.FetchAsync(order with { Address = address, Purpose = FetchPurpose.Feed }, cancel);
        var goesOn =
            result.Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified or FetchOutcome.WrongType
            || result is { Outcome: FetchOutcome.Failed or FetchOutcome.Gone, Status: >= 400 and < 500 and not 429 };
        return (Read(result), goesOn);
    }

    public static FoundFeed? Read(FetchResult result) =>
        result.HasBody && FeedReader.Read(result.Body, result.ContentType, result.Address).Feed is { } feed
            ? new(result.Address, feed, result)
            : null;
}
