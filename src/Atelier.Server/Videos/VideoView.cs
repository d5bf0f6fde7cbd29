using Atelier.JobEngine;

namespace Atelier.Videos;

/// <summary>docs/states/video.md</summary>
public enum VideoState
{
    Draft,
    Rendering,

    /// <summary>There is a storyboard that no finished film shows.</summary>
    Storyboard,
    Ready,
    Failed,
}

/// <param name="Title">The storyboard's own once there is one.</param>
/// <param name="Width">Pixels; so is <paramref name="Height"/>.</param>
/// <param name="Seconds">Of the finished film; null before the first time.</param>
/// <param name="StoryboardVersion">0 before there is one; whoever changes it says which one they saw.</param>
/// <param name="MadeVersion">The storyboard that the finished film shows.</param>
/// <param name="Notes">What its maker should know, such as a noun that has no drawing.</param>
/// <param name="Formats">What can be downloaded.</param>
public sealed record VideoView(
    Guid Id,
    Guid? ProjectId,
    string Title,
    VideoState State,
    VideoOrder Order,
    long Seed,
    int Width,
    int Height,
    double? Seconds,
    int StoryboardVersion,
    int MadeVersion,
    Guid? JobId,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Formats,
    DateTimeOffset? MadeAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal static class VideoViews
{
    public static VideoView ToView(this Video video, JobSummary? job, IReadOnlyList<string>? formats = null) =>
        new(
            video.Id,
            video.ProjectId,
            video.Title,
            StateOf(video, job),
            video.Order,
            video.Seed,
            video.Order.Format.Width,
            video.Order.Format.Height,
            video.Seconds,
            video.StoryboardVersion,
            video.MadeVersion,
            video.JobId,
            video.Notes,
            formats ?? (video.MadeAt is null ? [] : VideoFileNames.Formats),
            video.MadeAt,
            video.CreatedAt,
            video.UpdatedAt
        );

    public static VideoState StateOf(Video video, JobSummary? job) =>
        job?.State switch
        {
            JobState.Queued or JobState.Running => VideoState.Rendering,
            JobState.Failed when video.MadeAt is null => VideoState.Failed,
            _ when video.MadeAt is not null && video.MadeVersion == video.StoryboardVersion => VideoState.Ready,
            _ when video.StoryboardVersion > 0 => VideoState.Storyboard,
            _ => VideoState.Draft,
        };

    public static async Task<JobSummary?> JobOfAsync(this JobClient jobs, Video video, CancellationToken ct) =>
        video.JobId is { } id ? (await jobs.GetAsync(id, ct))?.Job : null;
}
