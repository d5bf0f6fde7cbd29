using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>A one-line prompt becomes a film: order, follow, download.</summary>
internal static class Film
{
    private const string Prompt = "A futuristic city at night with flying cars";

    private static readonly (string Format, string File, string What)[] Downloads =
    [
        ("video", "film.mp4", "film, 20 s at 1080p, narrated and captioned"),
        ("poster", "film-poster.jpg", "film, poster"),
        ("captions", "film-captions.vtt", "film, captions as WebVTT"),
        ("transcript", "film-transcript.txt", "film, what is said"),
        ("thumbnails", "film-thumbnails.jpg", "film, its segments at a glance"),
        ("manifest", "film-manifest.json", "film, how it was made"),
    ];

    public static async Task MakeAsync(
        StudioClient client,
        string projectId,
        DemoManifest manifest,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var order = new JsonObject
        {
            ["prompt"] = Prompt,
            ["projectId"] = projectId,
            ["resolution"] = "1080p",
            ["duration"] = 20,
            ["seed"] = 7,
        };
        var film = await client.PostAsync("videos", order, ct);
        var videoId = StudioClient.Text(film, "id");
        await JobProgress.FollowAsync(client, $"jobs/{StudioClient.Text(film, "jobId")}", "film", ct);
        foreach (var (format, file, what) in Downloads)
        {
            await client.DownloadAsync($"videos/{videoId}/download?format={format}", manifest.PathOf(file), ct);
            manifest.Add(what, file, watch.Elapsed);
        }
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{Prompt}[/] filmed in {watch.Elapsed.TotalSeconds:F1} s."
        );
    }
}
