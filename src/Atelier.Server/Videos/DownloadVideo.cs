using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos;

/// <summary>The files of a finished film: shown in place, or saved under the film's name.</summary>
internal static class DownloadVideo
{
    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> File(
        Guid videoId,
        VideosDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => ServeAsync(videoId, VideoFileNames.Film, saved: false, db, assets, http, ct);

    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Poster(
        Guid videoId,
        VideosDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => ServeAsync(videoId, VideoFileNames.Poster, saved: false, db, assets, http, ct);

    /// <summary>WebVTT.</summary>
    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Captions(
        Guid videoId,
        VideosDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => ServeAsync(videoId, VideoFileNames.Captions, saved: false, db, assets, http, ct);

    public static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Get(
        Guid videoId,
        string format,
        VideosDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    ) => ServeAsync(videoId, format, saved: true, db, assets, http, ct);

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> ServeAsync(
        Guid videoId,
        string format,
        bool saved,
        VideosDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!VideoFileNames.Formats.Contains(format))
            return Problem
                .Invalid("format", $"The format is one of {string.Join(", ", VideoFileNames.Formats)}.")
                .ToHttp();
        var found = await (
            from video in db.Videos
            join made in db.Files.Where(f => f.Format == format) on video.Id equals made.VideoId into files
            from file in files.DefaultIfEmpty()
            where video.Id == videoId
            select new { video.Title, File = file }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return GetVideo.Gone.ToHttp();
        if (found.File is null)
            return Problem.Conflict("video_not_made", "This film has not been rendered yet.").ToHttp();
        return assets.Serve(
            http,
            found.File.Sha256,
            found.File.MediaType,
            saved ? VideoFileNames.Of(found.Title, format) : null
        );
    }
}
