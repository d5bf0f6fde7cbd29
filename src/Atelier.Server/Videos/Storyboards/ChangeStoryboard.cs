using System.ComponentModel.DataAnnotations;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos.Storyboards;

/// <param name="Version">Of the storyboard that was changed.</param>
public sealed record ChangeStoryboardRequest(
    [property: Range(1, int.MaxValue)] int Version,
    [property: Required] Storyboard Storyboard
);

/// <summary>Takes the place of the whole storyboard. The finished film stays what it is until it is rendered again.</summary>
internal static class ChangeStoryboard
{
    public static async Task<Results<Ok<StoryboardView>, ProblemHttpResult>> Put(
        Guid videoId,
        ChangeStoryboardRequest request,
        VideosDb db,
        JobClient jobs,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (Objection(request.Storyboard) is var (field, message))
            return Problem.Invalid(field, message).ToHttp();
        var (view, refusal) = await db.InTransactionAsync<(StoryboardView?, Problem?)>(
            async _ =>
            {
                var video = await db
                    .Videos.FromSql($"select * from videos.video where id = {videoId} for update")
                    .SingleOrDefaultAsync(ct);
                if (video is null)
                    return (null, GetVideo.Gone);
                if (video.Storyboard is null)
                    return (null, GetStoryboard.Unwritten);
                if (VideoViews.StateOf(video, await jobs.JobOfAsync(video, ct)) is VideoState.Rendering)
                    return (null, RenderVideo.Busy);
                if (video.StoryboardVersion != request.Version)
                    return (null, Changed(video.StoryboardVersion));
                video.Draft(request.Storyboard with { Writer = "you" }, video.Notes, clock.GetUtcNow());
                return (new StoryboardView(video.StoryboardVersion, video.Storyboard!), null);
            },
            ct
        );
        return view is null ? refusal!.ToHttp() : TypedResults.Ok(view);
    }

    private static Problem Changed(int version) =>
        Problem.Conflict("storyboard_changed", $"The storyboard was changed meanwhile; it is version {version} now.");

    private static (string, string)? Objection(Storyboard board)
    {
        var ids = board.Cast.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count < board.Cast.Count)
            return ("storyboard.cast", "Every character has an id of its own.");
        for (var i = 0; i < board.Scenes.Count; i++)
            if (board.Scenes[i].Actors.FirstOrDefault(actor => !ids.Contains(actor.Character)) is { } stranger)
                return ($"storyboard.scenes[{i}].actors", $"Nobody called '{stranger.Character}' is in the cast.");
        return null;
    }
}
