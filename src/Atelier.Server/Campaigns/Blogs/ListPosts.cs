using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal static class ListPosts
{
    /// <summary>The latest that were found come first.</summary>
    public static async Task<Results<Ok<Page<PostSummary>>, ProblemHttpResult>> Get(
        Guid blogId,
        [AsParameters] PageRequest page,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var posts = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.BlogId == blogId && (after == null || p.Id < after))
            .OrderByDescending(p => p.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        return TypedResults.Ok(page.Of([.. posts.Select(p => p.ToSummary())], view => view.Id));
    }
}
