using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Atelier.Videos.Making;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Videos;

/// <summary>An order, and the project the film belongs to.</summary>
public sealed record CreateVideoRequest : VideoOrder
{
    public Guid? ProjectId { get; init; }
}

internal static class CreateVideo
{
    /// <summary>The film is begun at once; follow its job.</summary>
    public static async Task<Results<Accepted<VideoView>, ProblemHttpResult>> Post(
        CreateVideoRequest request,
        CurrentUser user,
        IProjects projects,
        VideoModels models,
        VideosDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (models.Objection(request) is var (field, message))
            return Problem.Invalid(field, message).ToHttp();
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var video = Video.Begin(user.Id, request.ProjectId, request.OrderAlone(), clock.GetUtcNow());
        db.Videos.Add(video);
        var ticket = await db.InTransactionAsync(
            transaction => RenderVideo.EnqueueAsync(video, video.Order.StoryboardFirst, transaction, jobs, clock, ct),
            ct
        );
        if (ticket.Refusal is { } full)
            return Problem.Conflict(full.Code, full.Message).ToHttp();
        return TypedResults.Accepted(
            $"/api/v1/jobs/{ticket.PublicId}",
            video.ToView(job: null) with
            {
                State = VideoState.Rendering,
            }
        );
    }
}
