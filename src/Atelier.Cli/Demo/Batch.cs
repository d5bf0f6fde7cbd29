using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>Several prompts become one order: three short films, followed as one and fetched as one zip.</summary>
internal static class Batch
{
    private static readonly string[] Prompts =
    [
        "A whale sings below a sailing boat at sunset",
        "Rain falls on the old town at night",
        "A rocket flies past the moon",
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
            ["kind"] = "video",
            ["name"] = "Three moments",
            ["defaults"] = new JsonObject
            {
                ["projectId"] = projectId,
                ["resolution"] = "480p",
                ["duration"] = 2,
                ["seed"] = 7,
            },
            ["items"] = new JsonArray([.. Prompts.Select(prompt => new JsonObject { ["prompt"] = prompt })]),
        };
        var batch = StudioClient.Text(await client.PostAsync("batch", order, ct), "id");
        await JobProgress.FollowAsync(client, $"batch/{batch}", "batch", ct);
        const string File = "batch.zip";
        await client.DownloadAsync($"batch/{batch}/files", manifest.PathOf(File), ct);
        manifest.Add("batch, three films of 2 s in one zip", File, watch.Elapsed);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"A batch of {Prompts.Length} films in {watch.Elapsed.TotalSeconds:F1} s."
        );
    }
}
