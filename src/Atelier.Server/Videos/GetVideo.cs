using Atelier.JobEngine;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

internal static class GetVideo
{
    public static async Task<Results<Ok<VideoView>, ProblemHttpResult>> Get(
        Guid videoId,
        VideosDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var video = await db.Videos.AsNoTracking().SingleOrDefaultAsync(v => v.Id == videoId, ct);
        if (video is null)
            return Gone.ToHttp();
        var formats = await db
            .Files.Where(f => f.VideoId == videoId)
            .OrderBy(f => f.Format)
            .Select(f => f.Format)
            .ToListAsync(ct);
        return TypedResults.Ok(video.ToView(await jobs.JobOfAsync(video, ct), formats));
    }

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("video_not_found", "There is no such video.");
}
