using System.Diagnostics;

namespace Atelier.Benchmarks.Videos;

/// <summary>What encoding alone costs: the film's own frames, raw in memory, through ffmpeg with all its threads.</summary>
internal static class BareEncoding
{
    /// <returns>Seconds.</returns>
    public static async Task<double> TimeAsync(string film, string folder)
    {
        var raw = Path.Combine(folder, "frames.yuv");
        try
        {
            await RunAsync(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                film,
                "-map",
                "0:v",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                raw
            );
            var watch = Stopwatch.StartNew();
            await RunAsync(
                "ffmpeg",
                [
                    .. (string[])
                        ["-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1920x1080", "-r", "30"],
                    .. (string[])["-i", raw, "-c:v", "libx264", "-preset", "veryfast", "-crf", "23"],
                    .. (string[])["-movflags", "+faststart", Path.Combine(folder, "bare.mp4")],
                ]
            );
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            File.Delete(raw);
        }
    }

    public static async Task RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} failed.");
    }
}
