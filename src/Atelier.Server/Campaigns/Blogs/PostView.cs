using Atelier.Campaigns.Fetching;

namespace Atelier.Campaigns.Blogs;

/// <param name="DuplicateOf">An earlier post with nearly the same text.</param>
internal sealed record PostSummary(
    Guid Id,
    Guid BlogId,
    string Url,
    string? Title,
    string? Author,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? FetchedAt,
    int? FetchStatus,
    bool RobotsAllowed,
    string? Language,
    int Words,
    PostOpenness Openness,
    Guid? DuplicateOf,
    IReadOnlyList<string> Keyphrases
);

/// <param name="RobotsAllowed">False where robots.txt or the page itself forbids its use.</param>
/// <param name="Text">Paragraphs with an empty line between; null until it is read, and where it must not be used.</param>
/// <param name="Hidden">What is in the page but not shown to its readers, cut short.</param>
/// <param name="Fetch">The request that brought it, and why it was allowed.</param>
internal sealed record PostView(
    Guid Id,
    Guid BlogId,
    string Url,
    string? Title,
    string? Author,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? FetchedAt,
    int? FetchStatus,
    bool RobotsAllowed,
    string? RobotsNote,
    string? Language,
    int Words,
    PostOpenness Openness,
    string? OpennessEvidence,
    string? CommentSystem,
    int? CommentCount,
    Guid? DuplicateOf,
    IReadOnlyList<string> Keyphrases,
    string? Text,
    IReadOnlyList<string> Hidden,
    bool TermsFlag,
    string? TermsEvidence,
    FetchView? Fetch
);

internal static class PostViews
{
    public static PostSummary ToSummary(this Post post) =>
        new(
            post.Id,
            post.BlogId,
            post.Url,
            post.Title,
            post.Author,
            post.PublishedAt,
            post.FetchedAt,
            post.FetchStatus,
            post.RobotsAllowed,
            post.Language,
            post.Words,
            post.Openness,
            post.DuplicateOf,
            post.Keyphrases
        );

    public static PostView ToView(this Post post, Fetch? fetch) =>
        new(
            post.Id,
            post.BlogId,
            post.Url,
            post.Title,
            post.Author,
            post.PublishedAt,
            post.FetchedAt,
            post.FetchStatus,
            post.RobotsAllowed,
            post.RobotsNote,
            post.Language,
            post.Words,
            post.Openness,
            post.OpennessEvidence,
            post.CommentSystem,
            post.CommentCount,
            post.DuplicateOf,
            post.Keyphrases,
            post.Text,
            post.Hidden,
            post.TermsFlag,
            post.TermsEvidence,
            fetch is null ? null : FetchView.Of(fetch)
        );
}
