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
        [RegularExpression("unknown|open|openLogin|moderated|closed|none"), Description("How most posts are.")]
            string? openness,
        [RegularExpression("found|ready|refused|gone")] string? state,
        CurrentUser user,
        CampaignsDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        PostOpenness? how = openness is null ? null : Enum.Parse<PostOpenness>(openness, ignoreCase: true);
        BlogState? only = state is null ? null : Enum.Parse<BlogState>(state, ignoreCase: true);
        var blogs = db.Set<Blog>()
            .AsNoTracking()
            .Where(b => b.OwnerId == user.Id && (after == null || b.Id < after))
            .Where(b => how == null || b.Openness == how)
            .Where(b => only == null || b.State == only);
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
