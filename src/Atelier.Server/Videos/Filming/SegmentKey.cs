using System.Security.Cryptography;
using System.Text.Json;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Filming;

/// <summary>
/// Names a segment by everything that decides its bytes, and nothing else: what is said, for instance, does not, unless
/// it is drawn into the picture.
/// </summary>
internal static class SegmentKey
{
    /// <summary>Raised whenever the same words would look different.</summary>
    private const string Renderer = "film/1";

    /// <param name="picture">Of <see cref="Picture"/>.</param>
    /// <param name="encoder">Its version: segments of two are not joined.</param>
    /// <param name="burnIn">The captions to be drawn into the segment, or null.</param>
    public static string Of(string picture, string encoder, string? burnIn) =>
        Hash(
            new
            {
                Picture = picture,
                Encoder = encoder,
                BurnIn = burnIn,
            }
        );

    /// <summary>What the segment shows, whatever is written over it.</summary>
    public static string Picture(PlannedSegment segment, FilmPlan plan, Storyboard board, FilmFormat format, long seed)
    {
        var scene = segment.Scene;
        var into = segment.From - scene.Start;
        var before = into < scene.Fade ? plan.Scenes.Last(s => s.End == scene.Start) : null;
        var decides = new
        {
            Renderer,
            Format = format.ToString(),
            Seed = seed,
            board.Cast,
            Scene = Seen(board.Scenes[scene.Number]),
            scene.Fade,
            SceneFrames = scene.Frames,
            Into = into,
            segment.Frames,
            Before = before is null ? null : Seen(board.Scenes[before.Number]),
            BeforeFrames = before?.Frames,
        };
        return Hash(decides);
    }

    private static string Hash<T>(T decides) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(decides, VideosDb.Json)));

    private static StoryboardScene Seen(StoryboardScene scene) => scene with { Narration = "", Seconds = 0 };
}
