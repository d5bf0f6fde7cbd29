using System.Diagnostics;
using System.Text.Json;

namespace Atelier.Benchmarks.Reading;

/// <summary>Mozilla's Readability in Node.js, on the same pages.</summary>
internal static class ReadabilityPeer
{
    private const string Script = "bench/reading/readability.mjs";

    public static async Task<Dictionary<string, (string Text, double Milliseconds)>> RunAsync(string pages, Uri address)
    {
        var found = new Dictionary<string, (string Text, double Milliseconds)>(StringComparer.Ordinal);
        foreach (var line in (await OutputAsync(Script, pages, address.AbsoluteUri)).Split('\n'))
        {
            if (line.Length == 0)
                continue;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            found[root.GetProperty("name").GetString()!] = (
                GoldText.Of(root.GetProperty("html").GetString()!),
                root.GetProperty("milliseconds").GetDouble()
            );
        }
        return found;
    }

    public static async Task<string> NodeVersionAsync() => (await OutputAsync("--version")).Trim().TrimStart('v');

    private static async Task<string> OutputAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"node {arguments[0]} ended with {node.ExitCode}.");
    }
}
