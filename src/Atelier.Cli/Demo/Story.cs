using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>A short story becomes its cast, its quotations and its figures: upload, follow, export.</summary>
internal static class Story
{
    private const string FileName = "the-lamp-at-gull-point.txt";

    private static readonly (string Format, string File, string What)[] Downloads =
    [
        ("json", "story-analysis.json", "story, its figures, people, quotations and relations"),
        ("html", "story.html", "story, with who says what"),
        ("csv", "story-quotations.csv", "story, its quotations as a table"),
        ("graphml", "story-relations.graphml", "story, who talks to whom, as a graph"),
        ("epub", "story.epub", "story, as an e-book"),
    ];

    /// <returns>The document, which has been read.</returns>
    public static async Task<string> MakeAsync(StudioClient client, DemoManifest manifest, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var text = typeof(Story).Assembly.GetManifestResourceStream(FileName)!;
        var document = (await client.UploadAsync("documents", FileName, text, ct))["document"]!;
        var id = StudioClient.Text(document, "id");
        await JobProgress.FollowAsync(client, $"jobs/{StudioClient.Text(document, "jobId")}", "story", ct);
        foreach (var (format, file, what) in Downloads)
        {
            await client.DownloadAsync($"documents/{id}/export?format={format}", manifest.PathOf(file), ct);
            manifest.Add(what, file, watch.Elapsed);
        }
        var people = (await client.GetAsync($"documents/{id}/people?limit=3", ct))["items"]!.AsArray();
        var names = string.Join(", ", people.Select(person => StudioClient.Text(person!, "name")));
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{StudioClient.Text(document, "title")}[/] read in {watch.Elapsed.TotalSeconds:F1} s: {names}."
        );
        return id;
    }
}
