namespace Atelier.Campaigns.Fetching;

internal enum FetchPurpose
{
    Page,
    Feed,
    Robots,
    Sitemap,

    /// <summary>Whether it is there: its head alone.</summary>
    Check,
}

internal enum FetchOutcome
{
    Fetched,
    NotModified,

    /// <summary>robots.txt says no, or cannot be had.</summary>
    Robots,

    /// <summary>No plain public address.</summary>
    Refused,
    Paused,
    Blocked,
    Failed,
    Gone,
    TooLarge,
    TimedOut,
    WrongType,
}

/// <summary>What to read for whom. There is nothing in it to send: the crawler asks, it never posts.</summary>
internal sealed record FetchOrder(Uri Address, FetchPurpose Purpose, Guid OwnerId, Guid? CampaignId = null);

/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Body">What was read; when nothing changed, what is kept of it.</param>
/// <param name="Why">One sentence for people.</param>
internal sealed record FetchResult(
    FetchOutcome Outcome,
    int? Status,
    Uri Address,
    string? MediaType,
    byte[] Body,
    string Why,
    long FetchId
)
{
    /// <summary>As it came, with the charset.</summary>
    public string? ContentType { get; init; }

    /// <summary>X-Robots-Tag.</summary>
    public string? RobotsTag { get; init; }

    /// <summary>The Link header.</summary>
    public string? Links { get; init; }

    /// <summary>Of the body. What has the one that was read before need not be read again.</summary>
    public string? Sha256 { get; init; }

    public bool HasBody => Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;
}
