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

    private static readonly string[] Quiet = ["-hide_banner", "-loglevel", "error", "-nostdin", "-y"];

    /// <returns>All files of the film, in the asset store.</returns>
    public async Task<IReadOnlyList<FilmFile>> AssembleAsync(Footage footage, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        try
        {
            var seconds = (double)footage.Plan.Frames / footage.Video.Order.Fps;
            var cues = CaptionCues.Of(footage.Sound.Spoken, seconds);
            var chapters = Chapters(footage);
            await JoinAsync(footage, cues, chapters, folder, cancel);
            var film = KeepFileAsync(VideoFileNames.Film, "film.mp4");
            // Side by side: one ffmpeg would take all pictures one after the other.
            await Task.WhenAll(
                film,
                CountAsync(footage, folder, cancel),
                StillsAsync(footage, folder, cancel),
                PreviewAsync(footage, seconds, folder, cancel)
            );
            var files = new List<FilmFile>
            {
                await film,
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

    private async Task JoinAsync(
        Footage footage,
        IReadOnlyList<CaptionCue> cues,
        IReadOnlyList<Chapter> chapters,
        string folder,
        CancellationToken cancel
    )
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        foreach (var (i, segment) in footage.Segments.Index())
        {
            // Under names of our own: nothing of the data folder's path gets into the list.
            File.CreateSymbolicLink(Path.Combine(folder, $"s{i}.mp4"), Path.GetFullPath(assets.PathOf(segment.Sha256)));
            var length = (double)segment.Frames / footage.Video.Order.Fps;
            list.Append(CultureInfo.InvariantCulture, $"file s{i}.mp4\nduration {length:0.######}\n");
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "list.txt"), list.ToString(), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "about.txt"), FilmMetadata.Of(footage, chapters), cancel);
        var arguments = new List<string>([.. Quiet, "-f", "concat", "-safe", "0", "-i", "list.txt"]);
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
        await RunAsync("ffmpeg", arguments, folder, cancel);
        await FilmMetadata.AppendXmpAsync(Path.Combine(folder, "film.mp4"), footage, cancel);
    }

    /// <exception cref="FilmingFailure">A frame is missing.</exception>
    private static async Task CountAsync(Footage footage, string folder, CancellationToken cancel)
    {
        var count = await RunAsync(
            "ffprobe",
            [
                .. (string[])["-v", "error", "-select_streams", "v:0", "-count_packets"],
                .. (string[])["-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", "film.mp4"],
            ],
            folder,
            cancel
        );
        if (count.OutputText.Trim().TrimEnd(',') != footage.Plan.Frames.ToString(CultureInfo.InvariantCulture))
            throw new FilmingFailure(
                "film_incomplete",
                "The joined film does not have all of its frames. Render it again."
            );
    }

    /// <summary>The poster, and a picture of each segment.</summary>
    private static async Task StillsAsync(Footage footage, string folder, CancellationToken cancel)
    {
        var rows = (footage.Plan.Segments.Count + ThumbnailColumns - 1) / ThumbnailColumns;
        await RunAsync(
            "ffmpeg",
            [
                .. Quiet,
                .. (string[])
                    ["-ss", Text(BestMoment(footage)), "-i", "film.mp4", "-skip_frame", "nokey", "-i", "film.mp4"],
                .. (string[])["-map", "0:v", "-frames:v", "1", "-q:v", "3", "-bitexact", "poster.jpg"],
                .. (string[])
                    ["-map", "1:v", "-vf", $"scale=320:-2,tile={ThumbnailColumns}x{rows}", "-fps_mode", "passthrough"],
                .. (string[])["-frames:v", "1", "-q:v", "4", "-bitexact", "thumbnails.jpg"],
            ],
            folder,
            cancel
        );
    }

    private static async Task PreviewAsync(Footage footage, double seconds, string folder, CancellationToken cancel)
    {
        var from = Math.Max(0, Math.Min(BestMoment(footage) - 1, seconds - 3));
        await RunAsync(
            "ffmpeg",
            [
                .. Quiet,
                // A sixth of the film's size: what smoothing does between blocks cannot be seen.
                .. (string[])["-skip_loop_filter", "all", "-ss", Text(from), "-t", "3", "-i", "film.mp4"],
                .. (string[])["-vf", "fps=8,scale=320:-2", "-c:v", "libwebp_anim", "-loop", "0"],
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

    private static async Task<ChildProcessResult> RunAsync(
        string tool,
        IReadOnlyList<string> arguments,
        string folder,
        CancellationToken cancel
    )
    {
        var run = await ChildProcess.RunAsync(
            new(tool, arguments)
            {
                WorkingFolder = folder,
                MemoryBytes = 6L << 30,
                Timeout = TimeSpan.FromMinutes(5),
            },
            cancel
        );
        return run.Succeeded ? run : throw FilmingFailure.Of(run);
    }

    private static string Text(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
