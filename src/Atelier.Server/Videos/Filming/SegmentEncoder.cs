using System.Globalization;
using Atelier.Platform.Processes;

namespace Atelier.Videos.Filming;

/// <summary>
/// Encodes a run of frames by itself: H.264 in a fragmented MP4 whose one fragment starts with a key frame, so that
/// segments can be joined without encoding again and played while others are still being made.
/// </summary>
internal static class SegmentEncoder
{
    public const int TimeScale = 15360; // ticks a second: whole ticks a frame at 24, 25 and 30 frames

    // One thread each: several segments at a time use all cores, and the bytes depend on no machine's number of them.
    private static readonly string[] Settings =
    [
        "-c:v",
        "libx264",
        "-profile:v",
        "high",
        "-threads",
        "1",
        "-g",
        "600",
        "-pix_fmt",
        "yuv420p",
        "-color_range",
        "tv",
        "-colorspace",
        "bt709",
        "-color_primaries",
        "bt709",
        "-color_trc",
        "bt709",
        "-bitexact",
        "-movflags",
        "+frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets",
    ];

    // Asked once: it does not change while the server runs.
    private static readonly Lazy<Task<string>> Version = new(async () =>
        (await ChildProcess.RunAsync(new("ffmpeg", ["-version"]), CancellationToken.None)).OutputText.Split('\n')[0]
    );

    /// <summary>Which ffmpeg encodes here, in its own words.</summary>
    public static Task<string> VersionAsync() => Version.Value;

    /// <param name="draw">Draws the frame of a number from 0 into the frame given.</param>
    /// <param name="done">Told how many frames are encoded, as they are.</param>
    /// <param name="burnIn">An ASS file beside <paramref name="file"/> to draw over the picture, or null.</param>
    public static async Task EncodeAsync(
        FilmFormat format,
        int frames,
        Action<int, Frame> draw,
        string file,
        string? burnIn,
        Action<int> done,
        CancellationToken cancel
    )
    {
        string[] arguments =
        [
            "-hide_banner",
            "-loglevel",
            "error",
            "-nostdin",
            "-y",
            "-progress",
            "pipe:1",
            "-stats_period",
            "0.5",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv420p",
            "-s",
            Text($"{format.Width}x{format.Height}"),
            "-r",
            Text($"{format.Fps}"),
            "-i",
            "pipe:0",
            .. burnIn is null ? (string[])[] : ["-vf", $"ass={burnIn}"],
            .. Settings,
            "-preset",
            format.Preset,
            "-crf",
            Text($"{format.Crf}"),
            "-video_track_timescale",
            Text($"{TimeScale}"),
            Path.GetFileName(file),
        ];
        var run = await ChildProcess.RunAsync(
            new("ffmpeg", arguments)
            {
                WorkingFolder = Path.GetDirectoryName(file),
                Timeout = TimeSpan.FromMinutes(20), // a 4K segment on a slow machine takes one
                MemoryBytes = 6L << 30,
                Feed = (pipe, stop) => FeedAsync(pipe, format, frames, draw, stop),
                OutputLine = line =>
                {
                    if (FramesIn(line) is { } frame)
                        done(frame);
                },
            },
            cancel
        );
        if (!run.Succeeded)
            throw FilmingFailure.Of(run);
    }

    /// <summary>Brings somebody else's clip into the film's format: cropped to its shape, and as many frames as wanted.</summary>
    /// <exception cref="JobEngine.JobFailure">It cannot be read, or is shorter than what was ordered.</exception>
    public static async Task ConformAsync(
        FilmFormat format,
        int frames,
        string clip,
        string mediaType,
        string file,
        CancellationToken cancel
    )
    {
        var (w, h) = (format.Width, format.Height);
        var fit = Text(
            $"fps={format.Fps},scale={w}:{h}:force_original_aspect_ratio=increase,crop={w}:{h},tpad=stop_mode=clone:stop_duration=0.5"
        );
        var encoded = 0;
        var run = await ChildProcess.RunAsync(
            new(
                "ffmpeg",
                [
                    .. (string[])["-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-progress", "pipe:1"],
                    // One file of the kind that was declared, and nothing that it might point to.
                    .. (string[])["-protocol_whitelist", "file", "-f", mediaType == "video/webm" ? "matroska" : "mov"],
                    .. (string[])["-i", clip, "-map", "0:v:0", "-vf", fit, "-frames:v", Text($"{frames}")],
                    .. Settings,
                    .. (string[])["-preset", format.Preset, "-crf", Text($"{format.Crf}")],
                    .. (string[])["-video_track_timescale", Text($"{TimeScale}"), Path.GetFileName(file)],
                ]
            )
            {
                WorkingFolder = Path.GetDirectoryName(file),
                Timeout = TimeSpan.FromMinutes(20),
                MemoryBytes = 6L << 30,
                OutputLine = line => encoded = FramesIn(line) ?? encoded,
            },
            cancel
        );
        if (!run.Succeeded)
            throw FilmingFailure.Of(run);
        if (encoded != frames)
            throw new FilmingFailure("clip_too_short", "The model's clip is shorter than the film that was ordered.");
    }

    /// <summary>What a line of ffmpeg's progress says of frames; null when it says something else.</summary>
    public static int? FramesIn(string progress) =>
        progress.StartsWith("frame=", StringComparison.Ordinal) && int.TryParse(progress.AsSpan(6), out var frames)
            ? frames
            : null;

    /// <summary>The next frame is drawn while the one before is taken over by the encoder.</summary>
    private static async Task FeedAsync(
        Stream pipe,
        FilmFormat format,
        int frames,
        Action<int, Frame> draw,
        CancellationToken stop
    )
    {
        Frame[] turns = [new(format.Width, format.Height), new(format.Width, format.Height)];
        var writing = Task.CompletedTask;
        for (var i = 0; i < frames; i++)
        {
            stop.ThrowIfCancellationRequested();
            var frame = turns[i % 2];
            draw(i, frame);
            await writing;
            writing = pipe.WriteAsync(frame.Bytes, stop).AsTask();
        }
        await writing;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
