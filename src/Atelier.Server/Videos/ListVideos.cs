using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

internal static class ListVideos
{
    /// <summary>The caller's own, newest first, of one project when asked.</summary>
    public static async Task<Results<Ok<Page<VideoView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? projectId,
        CurrentUser user,
        VideosDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var videos = await db
            .Videos.AsNoTracking()
            .Where(v => v.OwnerId == user.Id && (after == null || v.Id < after))
            .Where(v => projectId == null || v.ProjectId == projectId)
            .OrderByDescending(v => v.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        var views = new List<VideoView>(videos.Count);
        foreach (var video in videos)
            views.Add(video.ToView(await jobs.JobOfAsync(video, ct)));
        return TypedResults.Ok(page.Of(views, view => view.Id));
    }
}
