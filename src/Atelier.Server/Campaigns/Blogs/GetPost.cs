using Atelier.Campaigns.Fetching;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal static class GetPost
{
    public static async Task<Results<Ok<PostView>, ProblemHttpResult>> Get(
        Guid postId,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (await db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct) is not { } post)
            return Problem.NotFound("post_not_found", "There is no such post.").ToHttp();
        var fetch = await db.Set<Fetch>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == post.FetchId, ct);
        return TypedResults.Ok(post.ToView(fetch));
    }
}
