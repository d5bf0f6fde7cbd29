using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Atelier.Benchmarks.Identity;

/// <summary>The load generator wrk: the same for every service, and light enough to share the machine with it.</summary>
internal static partial class Wrk
{
    public const int Connections = 32;

    /// <param name="tokens">The file with the access tokens of the people who ask by turns.</param>
    public static async Task<Figures> RunAsync(Uri service, string tokens, int seconds)
    {
        var url = new Uri(service, "/api/v1/auth/me").ToString();
        string[] line =
        [
            "-t1",
            $"-c{Connections}",
            $"-d{seconds}s",
            "--latency",
            "-s",
            Path.Combine("bench", "identity", "by-turns.lua"),
            url,
            tokens,
        ];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", line) { RedirectStandardOutput = true })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"wrk saw requests fail: {said}");
        return new(
            double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            Milliseconds(said, "50%"),
            Milliseconds(said, "99%")
        );
    }

    private static double Milliseconds(string said, string share)
    {
        var found = Latency().Matches(said).Single(match => match.Groups[1].Value == share);
        var value = double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture);
        return found.Groups[3].Value switch
        {
            "us" => value / 1000,
            "ms" => value,
            _ => value * 1000,
        };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s+(\d+%)\s+([\d.]+)(us|ms|s)", RegexOptions.Multiline)]
    private static partial Regex Latency();
}
