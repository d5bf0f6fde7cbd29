using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

/// <param name="Parts">Each by itself: there is no number for everything.</param>
public sealed record BlogAnalysisView(
    string Topic,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<AnalysisPart> Parts,
    DateTimeOffset AnalyzedAt
);

/// <param name="FoundFrom">The address that named it.</param>
/// <param name="Note">Why it cannot be read.</param>
/// <param name="Openness">Of most of its posts.</param>
/// <param name="TermsFlag">It says that machines or marketers are not welcome.</param>
/// <param name="Analysis">Null until it is analysed.</param>
/// <param name="JobId">The latest job that read or reads this blog and no other.</param>
/// <param name="NextPollAt">It is not asked for news before.</param>
/// <param name="Followed">It is read by itself, each time it is due.</param>
public sealed record BlogView(
    Guid Id,
    string Address,
    string Host,
    string? Title,
    string? Description,
    string? Language,
    string? FeedAddress,
    string? FeedKind,
    FoundBy FoundBy,
    string? FoundFrom,
    BlogState State,
    string? Note,
    int Posts,
    DateTimeOffset? LastPostAt,
    PostOpenness Openness,
    bool TermsFlag,
    string? TermsEvidence,
    BlogAnalysisView? Analysis,
    Guid? JobId,
    DateTimeOffset? ReadAt,
    DateTimeOffset? NextPollAt,
    bool Followed,
    DateTimeOffset CreatedAt
);

internal static class BlogViews
{
    public static BlogView ToView(this Blog blog, int posts) =>
        new(
            blog.Id,
            blog.Address,
            blog.Host,
            blog.Title,
            blog.Description,
            blog.Language,
            blog.FeedAddress,
            blog.FeedKind,
            blog.FoundBy,
            blog.FoundFrom,
            blog.State,
            blog.Note,
            posts,
            blog.LastPostAt,
            blog.Openness,
            blog.TermsFlag,
            blog.TermsEvidence,
            blog.Analysis is { } a ? new(a.Topic, a.Keywords, a.Parts, a.AnalyzedAt) : null,
            blog.JobId,
            blog.ReadAt,
            blog.NextPollAt,
            blog.Followed,
            blog.CreatedAt
        );

    public static async Task<IReadOnlyDictionary<Guid, int>> CountPostsAsync(
        this CampaignsDb db,
        IReadOnlyCollection<Guid> blogs,
        CancellationToken ct
    ) =>
        await db.Set<Post>()
            .Where(p => blogs.Contains(p.BlogId))
            .GroupBy(p => p.BlogId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
}
