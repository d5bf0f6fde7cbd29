using System.Text;
using Atelier.Drawing;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Videos.Filming;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos.Storyboards;

/// <summary>What one scene looks like, as SVG: drawn when asked for, because it always shows the storyboard as it is.</summary>
internal static class GetSceneStill
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Svg(
        Guid videoId,
        int number,
        VideosDb db,
        FilmSet set,
        HttpContext http,
        CancellationToken ct
    )
    {
        var video = await db.Videos.AsNoTracking().SingleOrDefaultAsync(v => v.Id == videoId, ct);
        if (video is null)
            return GetVideo.Gone.ToHttp();
        if (video.Storyboard is not { } board)
            return GetStoryboard.Unwritten.ToHttp();
        if (number < 1 || number > board.Scenes.Count)
            return Problem.NotFound("scene_not_found", "There is no such scene.").ToHttp();
        var picture = set.Compose(board, number - 1, video.Order.Format, new Seed((ulong)video.Seed));
        AssetDownload.Confine(http);
        return TypedResults.File(Encoding.UTF8.GetBytes(picture.ToSvg()), "image/svg+xml");
    }
}
