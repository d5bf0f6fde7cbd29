using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs.Following;

/// <param name="Follow">Whether it is read by itself, each time it is due: half of what usually lies between two posts.</param>
public sealed record ChangeBlogRequest([property: Required] bool? Follow = null);

internal static class ChangeBlog
{
    /// <summary>Follows a blog or lets it go. One whose terms want no machines is not followed.</summary>
    public static async Task<Results<Ok<BlogView>, ProblemHttpResult>> Patch(
        Guid blogId,
        ChangeBlogRequest request,
        CampaignsDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Set<Blog>().SingleOrDefaultAsync(b => b.Id == blogId, ct) is not { } blog)
            return GetBlog.Gone.ToHttp();
        if (request.Follow is true && (blog.TermsFlag || blog.ReadAt is null || blog.State is BlogState.Gone))
            return Problem
                .Conflict("blog_not_followed", "It was never read, is gone, or does not want to be read by machines.")
                .ToHttp();
        blog.Follow(request.Follow is true, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetBlog.Gone.ToHttp();
        }
        return TypedResults.Ok(blog.ToView(await db.Set<Post>().CountAsync(p => p.BlogId == blogId, ct)));
    }
}
