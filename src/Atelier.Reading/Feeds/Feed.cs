namespace Atelier.Reading.Feeds;

/// <param name="Home">The page of the blog itself.</param>
/// <param name="Language">As the feed says it.</param>
/// <param name="Repairs">What was wrong with the file and how it was read nevertheless.</param>
public sealed record Feed(
    FeedKind Kind,
    string? Title,
    Uri? Home,
    string? Language,
    IReadOnlyList<FeedEntry> Entries,
    IReadOnlyList<string> Repairs
)
{
    public string? Description { get; init; }
    public string? Author { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public Uri? Self { get; init; }

    /// <summary>Where the older entries are.</summary>
    public Uri? Next { get; init; }

    /// <summary>Where news of the feed could be subscribed to (WebSub).</summary>
    public Uri? Hub { get; init; }
}
