using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>Makes one of each thing the studio can make, through its public API, and leaves the files with a list.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(DemoOptions options, TimeProvider clock, CancellationToken ct)
    {
        Directory.CreateDirectory(options.Out);
        var manifest = new DemoManifest(options.Out);
        var watch = Stopwatch.StartNew();
        try
        {
            AnsiConsole.MarkupLine("Starting a private studio ...");
            await using var studio = await PrivateStudio.StartAsync(options.Server, options.Out, ct);
            AnsiConsole.MarkupLine($"Ready in [bold]{watch.Elapsed.TotalSeconds:F1} s[/].");
            using var client = new StudioClient(studio.Address);
            await client.RegisterAsync(ct);
            var project = await client.PostAsync(
                "projects",
                new System.Text.Json.Nodes.JsonObject { ["name"] = "Demo" },
                ct
            );
            var projectId = StudioClient.Text(project, "id");
            await PictureBook.MakeAsync(client, projectId, options.Brief, manifest, ct);
            await Film.MakeAsync(client, projectId, manifest, ct);
            var documentId = await Story.MakeAsync(client, manifest, ct);
            await LivingCharacter.MakeAsync(client, documentId, manifest, ct);
            await Batch.MakeAsync(client, projectId, manifest, ct);
            await Campaign.MakeAsync(client, projectId, manifest, clock, ct);
        }
        catch (Exception e)
            when (e is StudioRefusal or HttpRequestException or IOException or InvalidOperationException)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]The demo failed:[/] {e.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            AnsiConsole.MarkupLine("[red]Stopped.[/]");
            return 130;
        }
        manifest.Save();
        manifest.Show(watch.Elapsed);
        return 0;
    }
}
