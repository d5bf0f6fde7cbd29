using System.Globalization;
using System.Text;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Videos.Filming;
using Atelier.Videos.Making;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Videos.Watching;

/// <summary>A film that is still being rendered, as an HLS playlist of the segments that are there (RFC 8216).</summary>
internal sealed class WatchVideo(VideosDb db, AssetStore assets)
{
    public const string PlaylistType = "application/vnd.apple.mpegurl";
    public const string Head = "head.mp4";

    /// <summary>The segments of the storyboard as it is now, as far as they are there without a gap.</summary>
    private sealed record Showing(FilmPlan Plan, IReadOnlyList<string> Files, int Fps);

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Playlist(
        Guid videoId,
        WatchVideo watch,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (showing, refusal) = await watch.FindAsync(videoId, ct);
        if (showing is null)
            return refusal!.ToHttp();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Text(PlaylistOf(showing), PlaylistType);
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Segment(
        Guid videoId,
        string segment,
        WatchVideo watch,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (showing, refusal) = await watch.FindAsync(videoId, ct);
        if (showing is null)
            return refusal!.ToHttp();
        var head = segment == Head;
        var number = 1;
        if (!head && (!segment.EndsWith(".m4s", StringComparison.Ordinal) || !int.TryParse(segment[..^4], out number)))
            return Absent.ToHttp();
        if (number < 1 || number > showing.Files.Count)
            return Absent.ToHttp();
        var file = await File.ReadAllBytesAsync(watch.PathOf(showing.Files[number - 1]), ct);
        var start = showing.Plan.Segments[number - 1].From * (long)SegmentEncoder.TimeScale / showing.Fps;
        AssetDownload.Confine(http);
        return TypedResults.File(
            head ? MediaSegment.Head(file) : MediaSegment.Frames(file, number, start),
            SegmentShelf.MediaType
        );
    }

    private static Problem Absent => Problem.NotFound("segment_not_found", "There is no such segment yet.");

    private string PathOf(string sha256) => assets.PathOf(sha256);

    private async Task<(Showing? Showing, Problem? Refusal)> FindAsync(Guid videoId, CancellationToken cancel)
    {
        var video = await db.Videos.AsNoTracking().SingleOrDefaultAsync(v => v.Id == videoId, cancel);
        if (video is null)
            return (null, GetVideo.Gone);
        if (video.Storyboard is not { } board)
            return (null, Storyboards.GetStoryboard.Unwritten);
        var order = video.Order;
        var plan = new FilmPlan(board, order.Duration, order.Fps);
        // Of two with the same picture the newer: its captions are those of now.
        var there = await db
            .Segments.Where(s => s.VideoId == videoId)
            .GroupBy(s => s.Picture)
            .Select(same => same.OrderByDescending(s => s.CreatedAt).First())
            .ToDictionaryAsync(s => s.Picture, s => s.Sha256, cancel);
        var files = new List<string>();
        foreach (var segment in plan.Segments)
        {
            var picture = SegmentKey.Picture(segment, plan, board, order.Format, video.Seed);
            if (!there.TryGetValue(picture, out var sha256) || !assets.Exists(sha256))
                break;
            files.Add(sha256);
        }
        return (new(plan, files, order.Fps), null);
    }

    private static string PlaylistOf(Showing showing)
    {
        var longest = showing.Plan.Segments.Max(segment => segment.Frames) / (double)showing.Fps;
        var list = new StringBuilder(
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n"
        );
        list.Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{Math.Ceiling(longest):0}\n");
        if (showing.Files.Count > 0)
            list.Append(CultureInfo.InvariantCulture, $"#EXT-X-MAP:URI=\"watch/{Head}\"\n");
        for (var i = 0; i < showing.Files.Count; i++)
            list.Append(
                CultureInfo.InvariantCulture,
                $"#EXTINF:{showing.Plan.Segments[i].Frames / (double)showing.Fps:0.######},\nwatch/{i + 1}.m4s\n"
            );
        if (showing.Files.Count == showing.Plan.Segments.Count)
            list.Append("#EXT-X-ENDLIST\n");
        return list.ToString();
    }
}
