using System.Diagnostics;
using Atelier.Cli.Demo;

namespace Atelier.Benchmarks.Videos;

/// <summary>The usual way: every frame drawn from SVG, written as PNG into a pipe, read again and encoded.</summary>
internal static class NaivePeer
{
    private const int Frames = 60; // two seconds tell; a whole film takes minutes

    /// <returns>Seconds for one second of film at 1080p30.</returns>
    public static async Task<double> TimeAsync(StudioClient client, string video, string folder)
    {
        var svg = Path.Combine(folder, "scene.svg");
        await client.DownloadAsync($"videos/{video}/storyboard/1/svg", svg, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var encoder = new ProcessStartInfo(
            "ffmpeg",
            [
                .. (string[])
                    ["-v", "error", "-y", "-f", "image2pipe", "-framerate", "30", "-c:v", "png", "-i", "pipe:0"],
                .. (string[])["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p"],
                Path.Combine(folder, "naive.mp4"),
            ]
        )
        {
            RedirectStandardInput = true,
        };
        using var encoding = Process.Start(encoder)!;
        for (var frame = 0; frame < Frames; frame++)
        {
            var draw = new ProcessStartInfo("rsvg-convert", ["--width=1920", "--height=1080", svg])
            {
                RedirectStandardOutput = true,
            };
            using var drawing = Process.Start(draw)!;
            await drawing.StandardOutput.BaseStream.CopyToAsync(encoding.StandardInput.BaseStream);
            await drawing.WaitForExitAsync();
        }
        encoding.StandardInput.Close();
        await encoding.WaitForExitAsync();
        return watch.Elapsed.TotalSeconds / (Frames / 30.0);
    }
}
