using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos.Storyboards;

/// <param name="Version">Whoever changes the storyboard says which one they saw.</param>
public sealed record StoryboardView(int Version, Storyboard Storyboard);

internal static class GetStoryboard
{
    public static readonly Problem Unwritten = Problem.Conflict(
        "storyboard_not_written",
        "This film has no storyboard yet: its job writes it first of all."
    );

    public static async Task<Results<Ok<StoryboardView>, ProblemHttpResult>> Get(
        Guid videoId,
        VideosDb db,
        CancellationToken ct
    )
    {
        var video = await db.Videos.AsNoTracking().SingleOrDefaultAsync(v => v.Id == videoId, ct);
        if (video is null)
            return GetVideo.Gone.ToHttp();
        return video.Storyboard is { } board
            ? TypedResults.Ok(new StoryboardView(video.StoryboardVersion, board))
            : Unwritten.ToHttp();
    }
}
