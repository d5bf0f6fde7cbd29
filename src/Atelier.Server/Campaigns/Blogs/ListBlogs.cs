using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Campaigns.Blogs;

internal static class ListBlogs
{
    /// <summary>The caller's own, newest first.</summary>
    public static async Task<Results<Ok<Page<BlogView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        [StringLength(200), Description("Part of a title or an address.")] string? search,
        PostOpenness? openness,
        BlogState? state,
        CurrentUser user,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var blogs = db.Set<Blog>()
            .AsNoTracking()
            .Where(b => b.OwnerId == user.Id && (after == null || b.Id < after))
            .Where(b => openness == null || b.Openness == openness)
            .Where(b => state == null || b.State == state);
        if (!string.IsNullOrWhiteSpace(search) && !JsonText.HasNul(search))
        {
            var pattern = $"%{search.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            blogs = blogs.Where(b => EF.Functions.ILike(b.Title!, pattern) || EF.Functions.ILike(b.Address, pattern));
        }
        var found = await blogs.OrderByDescending(b => b.Id).Take(page.Take).ToListAsync(ct);
        var posts = await db.CountPostsAsync([.. found.Select(b => b.Id)], ct);
        return TypedResults.Ok(
            page.Of([.. found.Select(b => b.ToView(posts.GetValueOrDefault(b.Id)))], view => view.Id)
        );
    }
}
