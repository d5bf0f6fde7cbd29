using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal static class GetBlog
{
    public static async Task<Results<Ok<BlogView>, ProblemHttpResult>> Get(
        Guid blogId,
        CampaignsDb db,
        CancellationToken ct
    ) =>
        await db.Set<Blog>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == blogId, ct) is { } blog
            ? TypedResults.Ok(blog.ToView(await db.Set<Post>().CountAsync(p => p.BlogId == blogId, ct)))
            : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("blog_not_found", "There is no such blog.");
}
