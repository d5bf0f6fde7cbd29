namespace Atelier.Campaigns.Blogs;

/// <param name="Seeds">Addresses of blogs, of their feeds, or of pages that link to blogs.</param>
/// <param name="Keywords">Blogs that are found by links must be about one of them, if there are any.</param>
internal sealed record DiscoverOrder(
    Guid OwnerId,
    Guid? CampaignId,
    IReadOnlyList<string> Seeds,
    IReadOnlyList<string> Keywords,
    int MaxBlogs,
    bool FollowLinks
)
{
    public FoundBy SeedsAre { get; init; } = FoundBy.Seed;
}

/// <summary>How far a search is.</summary>
/// <param name="Waiting">Addresses that are still to be looked at.</param>
internal sealed record ScoutNews(int Looked, int Found, int Waiting, string Message);

/// <param name="Posts">Known of the blog.</param>
/// <param name="New">Not known before.</param>
/// <param name="Read">Fetched and read now.</param>
/// <param name="Unchanged">Seen to be as they were.</param>
/// <param name="Failed">Could not be had, or must not be used.</param>
internal sealed record BlogReading(int Posts, int New, int Read, int Unchanged, int Failed, string? Note = null);
