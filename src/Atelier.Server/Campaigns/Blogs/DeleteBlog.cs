using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal static class DeleteBlog
{
    /// <summary>With its posts, for good.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid blogId,
        CampaignsDb db,
        CancellationToken ct
    ) =>
        await db.Set<Blog>().Where(b => b.Id == blogId).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : GetBlog.Gone.ToHttp();
}
