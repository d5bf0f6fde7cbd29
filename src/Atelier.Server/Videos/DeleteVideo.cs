using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

internal static class DeleteVideo
{
    /// <summary>A film that is being made is stopped first. For an hour it can be had back.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid videoId,
        VideosDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var video = await db.InTransactionAsync(
            async _ =>
            {
                // Locked first, so that a job begun at the same moment is seen here, or finds the film gone.
                var found = await db
                    .Videos.FromSql($"select * from videos.video where id = {videoId} for update")
                    .SingleOrDefaultAsync(ct);
                // Stopped before the film is gone for others, so that its job ends as cancelled and not as failed.
                if (found?.JobId is { } job)
                    await jobs.CancelAsync(job, ct);
                found?.Delete(clock.GetUtcNow());
                return found;
            },
            ct
        );
        return video is null ? GetVideo.Gone.ToHttp() : TypedResults.NoContent();
    }
}
