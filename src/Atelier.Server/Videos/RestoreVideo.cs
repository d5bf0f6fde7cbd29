using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

internal static class RestoreVideo
{
    /// <summary>Takes a deletion back; a film that is not deleted stays as it is.</summary>
    public static async Task<Results<Ok<VideoView>, ProblemHttpResult>> Post(
        Guid videoId,
        VideosDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        var video = await db.InTransactionAsync(
            async _ =>
            {
                var found = await db
                    .Videos.FromSql($"select * from videos.video where id = {videoId} for update")
                    .IgnoreQueryFilters()
                    .SingleOrDefaultAsync(ct);
                found?.Restore();
                return found;
            },
            ct
        );
        if (video is null)
            return GetVideo.Gone.ToHttp();
        return TypedResults.Ok(video.ToView(await jobs.JobOfAsync(video, ct)));
    }
}
