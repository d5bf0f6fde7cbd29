using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Videos.Making;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Videos;

public sealed record RenderVideoView(Guid JobId);

internal static class RenderVideo
{
    public static readonly Problem Busy = Problem.Conflict(
        "video_rendering",
        "This film is being made. Wait for it, or cancel its job first."
    );

    /// <summary>Renders what the storyboard says now; what did not change is taken from before.</summary>
    public static async Task<Results<Accepted<RenderVideoView>, ProblemHttpResult>> Post(
        Guid videoId,
        VideosDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var video = await db.Videos.SingleOrDefaultAsync(v => v.Id == videoId, ct);
        if (video is null)
            return GetVideo.Gone.ToHttp();
        JobTicket ticket;
        try
        {
            ticket = await db.InTransactionAsync(
                transaction => EnqueueAsync(video, storyboardOnly: false, transaction, jobs, clock, ct),
                ct
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetVideo.Gone.ToHttp();
        }
        if (ticket.Refusal is { } refusal)
            return Problem.Conflict(refusal.Code, refusal.Message).ToHttp();
        return ticket.AlreadyQueued
            ? Busy.ToHttp()
            : TypedResults.Accepted($"/api/v1/jobs/{ticket.PublicId}", new RenderVideoView(ticket.PublicId));
    }

    /// <summary>The job's unique key decides between two that ask at once, not a look beforehand.</summary>
    public static async Task<JobTicket> EnqueueAsync(
        Video video,
        bool storyboardOnly,
        NpgsqlTransaction transaction,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var name = $"video:{video.Id}";
        var options = new JobOptions(video.OwnerId, video.ProjectId, UniqueKey: name, Subject: name);
        var ticket = await jobs.EnqueueAsync(transaction, new MakeVideo(video.Id, storyboardOnly), options, cancel);
        if (ticket is { AlreadyQueued: false, Refusal: null })
            video.StartMaking(ticket.PublicId, clock.GetUtcNow());
        return ticket;
    }
}
