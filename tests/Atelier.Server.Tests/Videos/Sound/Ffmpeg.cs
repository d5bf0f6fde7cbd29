using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Platform.Processes;

namespace Atelier.Videos.Sound;

/// <summary>What ffmpeg, which had no part in the mixing, says of a file.</summary>
internal static partial class Ffmpeg
{
    /// <summary>Integrated loudness in LUFS and true peak in dB, after EBU R128.</summary>
    public static async Task<(double Lufs, double Peak)> LoudnessAsync(string file)
    {
        var said = await FilterAsync(file, "ebur128=peak=true:framelog=verbose");
        return (Number(Integrated().Match(said)), Number(TruePeak().Match(said)));
    }

    /// <summary>The moments at which sound begins, in seconds.</summary>
    public static async Task<IReadOnlyList<double>> SpeechStartsAsync(string file)
    {
        var said = await FilterAsync(file, "silencedetect=n=-45dB:d=0.05");
        return [.. SilenceEnd().Matches(said).Select(Number)];
    }

    /// <summary>Reads a file to its end.</summary>
    /// <returns>Every warning on the way.</returns>
    public static async Task<string> ReadAsync(params IReadOnlyList<string> arguments)
    {
        var run = await ChildProcess.RunAsync(
            new("ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "warning", .. arguments]),
            TestContext.Current.CancellationToken
        );
        Assert.True(run.Succeeded, run.Failure);
        return run.Errors;
    }

    private static async Task<string> FilterAsync(string file, string filter)
    {
        var run = await ChildProcess.RunAsync(
            new("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", file, "-af", filter, "-f", "null", "-"),
            TestContext.Current.CancellationToken
        );
        Assert.True(run.Succeeded, run.Failure);
        return run.Errors;
    }

    private static double Number(Match match) =>
        match.Groups[1].Value == "-inf"
            ? double.NegativeInfinity
            : double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[\d.]+|-inf) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+|-inf) dBFS")]
    private static partial Regex TruePeak();

    [GeneratedRegex(@"silence_end: ([\d.]+)")]
    private static partial Regex SilenceEnd();
}
