using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>A one-line prompt becomes a picture book: create, generate, follow, download.</summary>
internal static class PictureBook
{
    private static readonly (string Format, string File, string What)[] Downloads =
    [
        ("pdf", "book.pdf", "picture book, interior for print"),
        ("cover", "book-cover.pdf", "picture book, wrap-around cover"),
        ("epub", "book.epub", "picture book, EPUB 3 fixed layout"),
        ("contact-sheet", "book-pages.png", "picture book, all pages at a glance"),
        ("manifest", "book-manifest.json", "picture book, how it was made"),
    ];

    public static async Task MakeAsync(
        StudioClient client,
        string projectId,
        JsonObject brief,
        DemoManifest manifest,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        brief["projectId"] = projectId;
        var bookId = StudioClient.Text(await client.PostAsync("books", brief, ct), "id");
        var jobId = StudioClient.Text(await client.PostAsync($"books/{bookId}/generate", null, ct), "jobId");
        await JobProgress.FollowAsync(client, $"jobs/{jobId}", "picture book", ct);
        foreach (var (format, file, what) in Downloads)
        {
            await client.DownloadAsync($"books/{bookId}/download?format={format}", manifest.PathOf(file), ct);
            manifest.Add(what, file, watch.Elapsed);
        }
        var book = await client.GetAsync($"books/{bookId}", ct);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{StudioClient.Text(book, "title")}[/] made in {watch.Elapsed.TotalSeconds:F1} s."
        );
    }
}
