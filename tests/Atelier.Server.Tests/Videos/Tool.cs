using Atelier.Platform.Processes;

namespace Atelier.Videos;

/// <summary>The real ffmpeg and ffprobe, asked by tests.</summary>
internal static class Tool
{
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var run = await ChildProcess.RunAsync(new(tool, arguments), TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, run.Failure);
        return run.OutputText;
    }

    /// <summary>One hash over all decoded frames.</summary>
    public static Task<string> FramesHashAsync(string film) =>
        RunAsync("ffmpeg", "-v", "error", "-i", film, "-map", "0:v", "-f", "hash", "-");
}
