namespace Atelier.Reading.Feeds;

/// <param name="Id">Never empty: where the feed gives none, it is made from the address or the words.</param>
/// <param name="SummaryHtml">As it came: it is not to be shown to anybody but through <see cref="FeedText"/>.</param>
/// <param name="ContentHtml">As it came, too.</param>
/// <param name="Comments">How many there are, where the feed says.</param>
public sealed record FeedEntry(
    string Id,
    Uri? Link,
    string? Title,
    string? Author,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    string? SummaryHtml,
    string? ContentHtml,
    Uri? CommentsFeed,
    int? Comments
);
