using Atelier.Platform.Files;

namespace Atelier.Videos;

/// <summary>The files of a finished film by their format, and what they are called when they leave the studio.</summary>
internal static class VideoFileNames
{
    public const string Film = "video";
    public const string Poster = "poster";
    public const string Captions = "captions";

    private static readonly Dictionary<string, (string Ending, string MediaType)> All = new()
    {
        [Film] = (".mp4", "video/mp4"),
        [Poster] = ("-poster.jpg", "image/jpeg"),
        [Captions] = (".vtt", "text/vtt"),
        ["srt"] = (".srt", "application/x-subrip"),
        ["transcript"] = (".txt", "text/plain"),
        ["chapters"] = ("-chapters.vtt", "text/vtt"),
        ["thumbnails"] = ("-thumbnails.jpg", "image/jpeg"),
        ["preview"] = ("-preview.webp", "image/webp"),
        ["manifest"] = ("-manifest.json", "application/json"),
    };

    public static IReadOnlyList<string> Formats { get; } = [.. All.Keys];

    public static string MediaTypeOf(string format) => All[format].MediaType;

    public static string EndingOf(string format) => All[format].Ending;

    public static string Of(string title, string format) => FileSlug.Of(title, "film") + EndingOf(format);
}
