using System.Globalization;
using System.Text;
using Atelier.Platform.Files;
using Atelier.Platform.Processes;
using Atelier.Videos.Captions;
using Atelier.Videos.Filming;

namespace Atelier.Videos.Making;

/// <summary>What the film is put together from.</summary>
internal sealed record Footage(
    Video Video,
    ScriptStep Script,
    FilmPlan Plan,
    IReadOnlyList<SegmentStep> Segments,
    SoundStep Sound
);

/// <summary>Joins the segments without encoding again, adds the sound, captions and chapters, and takes stills.</summary>
internal sealed class CuttingRoom(AssetStore assets)
{
    private const int ThumbnailColumns = 5;
    private const double LongestPreview = 3; // seconds

    private static readonly string[] Quiet = ["-hide_banner", "-loglevel", "error", "-nostdin", "-y"];

    private static readonly string[] Segments = ["-f", "concat", "-safe", "0", "-i", "list.txt"];

    // Of a decoder: more of them have more frames in memory than a few pictures are worth.
    private static readonly string[] OneThread = ["-threads", "1"];

    /// <returns>All files of the film, in the asset store.</returns>
    public async Task<IReadOnlyList<FilmFile>> AssembleAsync(Footage footage, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        try
        {
            var seconds = (double)footage.Plan.Frames / footage.Video.Order.Fps;
            var cues = CaptionCues.Of(footage.Sound.Spoken, seconds);
            var chapters = Chapters(footage);
            await ListAsync(footage, folder, cancel);
            // Side by side, and the pictures from the segments: none waits for the film to be joined.
            await Task.WhenAll(
                JoinAsync(footage, cues, chapters, folder, cancel),
                StillsAsync(footage, folder, cancel),
                PreviewAsync(footage, folder, cancel)
            );
            var files = new List<FilmFile>
            {
                await KeepFileAsync(VideoFileNames.Film, "film.mp4"),
                await KeepFileAsync(VideoFileNames.Poster, "poster.jpg"),
                await KeepFileAsync("thumbnails", "thumbnails.jpg"),
                await KeepFileAsync("preview", "preview.webp"),
                await KeepTextAsync(VideoFileNames.Captions, WebVtt.Captions(cues)),
                await KeepTextAsync("srt", Srt.Captions(cues)),
                await KeepTextAsync("transcript", Transcript.Of(footage.Sound.Spoken)),
                await KeepTextAsync("chapters", WebVtt.Chapters(chapters)),
            };
            files.Add(await KeepTextAsync("manifest", await FilmManifest.OfAsync(footage, files, cancel)));
            return files;
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            throw FilmingFailure.DiskFull;
        }
        catch (DiskFullException)
        {
            throw FilmingFailure.DiskFull;
        }

        async Task<FilmFile> KeepFileAsync(string format, string name)
        {
            await using var content = File.OpenRead(Path.Combine(folder, name));
            var asset = await assets.PutAsync(content, VideoFileNames.MediaTypeOf(format), cancel);
            return new(format, asset.Sha256, asset.Length);
        }

        async Task<FilmFile> KeepTextAsync(string format, string text)
        {
            var asset = await assets.PutAsync(Encoding.UTF8.GetBytes(text), VideoFileNames.MediaTypeOf(format), cancel);
            return new(format, asset.Sha256, asset.Length);
        }
    }

    private async Task ListAsync(Footage footage, string folder, CancellationToken cancel)
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        foreach (var (i, segment) in footage.Segments.Index())
        {
            // Under names of our own: nothing of the data folder's path gets into the list.
            File.CreateSymbolicLink(Path.Combine(folder, $"s{i}.mp4"), Path.GetFullPath(assets.PathOf(segment.Sha256)));
            list.Append(CultureInfo.InvariantCulture, $"file s{i}.mp4\nduration {Length(footage, i):0.######}\n");
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "list.txt"), list.ToString(), cancel);
    }

    /// <exception cref="FilmingFailure">A frame is missing.</exception>
    private async Task JoinAsync(
        Footage footage,
        IReadOnlyList<CaptionCue> cues,
        IReadOnlyList<Chapter> chapters,
        string folder,
        CancellationToken cancel
    )
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "about.txt"), FilmMetadata.Of(footage, chapters), cancel);
        var arguments = new List<string>([.. Quiet, "-progress", "pipe:1", .. Segments]);
        var maps = new List<string>(["-map", "0:v", "-c:v", "copy"]);
        var inputs = 1;
        if (footage.Sound.Sha256 is { } sound)
        {
            arguments.AddRange(["-i", Path.GetFullPath(assets.PathOf(sound))]);
            maps.AddRange(["-map", $"{inputs++}:a", "-c:a", "copy", "-metadata:s:a:0", "language=eng"]);
        }
        if (cues.Count > 0)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "captions.srt"), Srt.Captions(cues), cancel);
            arguments.AddRange(["-i", "captions.srt"]);
            maps.AddRange(["-map", $"{inputs++}:s", "-c:s", "mov_text", "-metadata:s:s:0", "language=eng"]);
        }
        arguments.AddRange(["-f", "ffmetadata", "-i", "about.txt", .. maps]);
        arguments.AddRange(["-map_metadata", $"{inputs}", "-map_chapters", $"{inputs}"]);
        arguments.AddRange(["-bitexact", "-movflags", "+faststart", "film.mp4"]);
        var joined = 0;
        await RunAsync(arguments, folder, cancel, line => joined = SegmentEncoder.FramesIn(line) ?? joined);
        if (joined != footage.Plan.Frames)
            throw new FilmingFailure(
                "film_incomplete",
                "The joined film does not have all of its frames. Render it again."
            );
        await FilmMetadata.AppendXmpAsync(Path.Combine(folder, "film.mp4"), footage, cancel);
    }

    /// <summary>The poster, and a picture of each segment.</summary>
    private static async Task StillsAsync(Footage footage, string folder, CancellationToken cancel)
    {
        var rows = (footage.Plan.Segments.Count + ThumbnailColumns - 1) / ThumbnailColumns;
        var (segment, moment) = SegmentAt(footage, BestMoment(footage));
        await RunAsync(
            [
                .. Quiet,
                .. OneThread,
                .. (string[])["-skip_frame", "noref", "-ss", Text(moment), "-i", $"s{segment}.mp4"],
                .. OneThread,
                .. (string[])["-skip_frame", "nokey", .. Segments],
                .. (string[])["-map", "0:v", "-frames:v", "1", "-q:v", "3", "-bitexact", "poster.jpg"],
                .. (string[])
                    ["-map", "1:v", "-vf", $"scale=320:-2,tile={ThumbnailColumns}x{rows}", "-fps_mode", "passthrough"],
                .. (string[])["-frames:v", "1", "-q:v", "4", "-bitexact", "thumbnails.jpg"],
            ],
            folder,
            cancel
        );
    }

    /// <summary>Up to three seconds that move, of one segment: without a cut.</summary>
    private static async Task PreviewAsync(Footage footage, string folder, CancellationToken cancel)
    {
        var (segment, moment) = SegmentAt(footage, BestMoment(footage));
        var from = Math.Max(0, Math.Min(moment - 1, Length(footage, segment) - LongestPreview));
        await RunAsync(
            [
                .. Quiet,
                .. OneThread,
                // A sixth of the film's size: what smoothing does between blocks cannot be seen. Of eight frames a second
                // none needs to be one that no other is made from: those in between are passed over.
                .. (string[])["-skip_loop_filter", "all", "-skip_frame", "noref"],
                .. (string[])["-ss", Text(from), "-t", Text(LongestPreview), "-i", $"s{segment}.mp4"],
                .. (string[])["-vf", "fps=8,scale=320:-2:flags=area", "-c:v", "libwebp_anim", "-loop", "0"],
                .. (string[])["-compression_level", "2", "-q:v", "60", "-bitexact", "preview.webp"],
            ],
            folder,
            cancel
        );
    }

    /// <returns>Seconds: the middle of the scene with most people in it, behind any cross-fade.</returns>
    private static double BestMoment(Footage footage)
    {
        var scene = footage.Plan.Scenes.MaxBy(s => Math.Min(footage.Script.Board.Scenes[s.Number].Actors.Count, 2))!;
        return (scene.Start + scene.Frames / 2) / (double)footage.Video.Order.Fps;
    }

    /// <returns>Which segment shows that moment, and how many seconds after its beginning.</returns>
    private static (int Segment, double Seconds) SegmentAt(Footage footage, double moment)
    {
        var i = 0;
        for (; i < footage.Segments.Count - 1 && moment >= Length(footage, i); i++)
            moment -= Length(footage, i);
        return (i, moment);
    }

    /// <returns>Seconds.</returns>
    private static double Length(Footage footage, int segment) =>
        footage.Segments[segment].Frames / (double)footage.Video.Order.Fps;

    private static IReadOnlyList<Chapter> Chapters(Footage footage)
    {
        var fps = (double)footage.Video.Order.Fps;
        return
        [
            .. footage.Plan.Scenes.Select(
                (scene, i) =>
                    new Chapter(
                        scene.Start / fps,
                        scene.End / fps,
                        TitleOf(footage.Script.Board.Scenes[scene.Number].Narration, i)
                    )
            ),
        ];
    }

    private static string TitleOf(string narration, int number)
    {
        var words = narration.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToArray();
        return words.Length == 0 ? $"Scene {number + 1}" : string.Join(' ', words).TrimEnd('.', ',', ';', ':');
    }

    /// <param name="told">Each line of the output.</param>
    private static async Task RunAsync(
        IReadOnlyList<string> arguments,
        string folder,
        CancellationToken cancel,
        Action<string>? told = null
    )
    {
        var run = await ChildProcess.RunAsync(
            new("ffmpeg", arguments)
            {
                WorkingFolder = folder,
                MemoryBytes = 6L << 30,
                Timeout = TimeSpan.FromMinutes(5),
                OutputLine = told,
            },
            cancel
        );
        if (!run.Succeeded)
            throw FilmingFailure.Of(run);
    }

    private static string Text(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
