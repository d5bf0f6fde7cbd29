using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Atelier.Cli.SampleBlogs;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>
/// The crew reads the sample blogs of this machine and drafts comments; the best one is approved, all are exported.
/// Nothing is posted anywhere: the studio cannot.
/// </summary>
internal static class Campaign
{
    private static readonly (string Format, string File, string What)[] Downloads =
    [
        ("md", "campaign.md", "campaign, its reviewed drafts to read"),
        ("csv", "campaign.csv", "campaign, its drafts as a table"),
        ("jsonl", "campaign.jsonl", "campaign, its drafts with anchors, gates and scores"),
    ];

    public static async Task MakeAsync(
        StudioClient client,
        string projectId,
        DemoManifest manifest,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var blogs = SampleBlog.ReadAll(clock.GetUtcNow());
        await using var server = new BlogServer(blogs, PrivateStudio.FreePort());
        var order = Order(projectId, server.Homes.Values);
        var id = StudioClient.Text(await client.PostAsync("campaigns", order, ct), "id");
        await client.PostAsync($"campaigns/{id}/start", null, ct);
        await FollowAsync(client, id, ct);
        var drafts = (await client.GetAsync($"comments?campaignId={id}&limit=100", ct))["items"]!.AsArray();
        var best = drafts
            .Where(draft => StudioClient.Text(draft!, "state") is "ready" or "needsWork")
            .MaxBy(draft => draft!["score"]?.GetValue<double>());
        if (best is null)
            throw new StudioRefusal("no draft of the campaign passed its gates");
        await client.PostAsync(
            $"comments/{StudioClient.Text(best, "id")}/approve",
            new JsonObject { ["version"] = best["version"]!.GetValue<int>() },
            ct
        );
        foreach (var (format, file, what) in Downloads)
        {
            var path = $"comments/export?campaignId={id}&format={format}&all=true";
            await client.DownloadAsync(path, manifest.PathOf(file), ct);
            manifest.Add(what, file, watch.Elapsed);
        }
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"A campaign over {blogs.Count} blogs in {watch.Elapsed.TotalSeconds:F1} s: {drafts.Count} drafts, one approved, none posted."
        );
    }

    private static JsonObject Order(string projectId, IEnumerable<Uri> seeds) =>
        new()
        {
            ["name"] = "School gardens",
            ["projectId"] = projectId,
            ["topic"] = "Growing vegetables with children in a school garden",
            ["audience"] = "Teachers and parents who start a school garden",
            ["keywords"] = new JsonArray("vegetables", "school garden", "children", "compost", "beans"),
            ["seeds"] = new JsonArray([.. seeds.Select(seed => (JsonNode)seed.AbsoluteUri)]),
            ["persona"] = new JsonObject
            {
                ["name"] = "Marta Vance",
                ["voice"] = "friendly, plain, curious",
                ["background"] = "sorts and packs seeds for schools",
                ["experience"] = new JsonArray("We sent radish seeds to forty school gardens last spring."),
                ["claimsConfirmed"] = true,
            },
            ["affiliation"] = "Kerbside Seeds",
            ["disclosure"] = "I work for Kerbside Seeds, which sells seeds to schools.",
            ["maxBlogs"] = 14,
            ["maxPosts"] = 12,
        };

    private static Task FollowAsync(StudioClient client, string id, CancellationToken ct) =>
        AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("campaign", maxValue: 5);
                while (true)
                {
                    var board = await client.GetAsync($"campaigns/{id}/board", ct);
                    var state = StudioClient.Text(board, "state");
                    var phase = board["phase"]?.GetValue<string>() ?? state;
                    bar.Value = board["phases"]!.AsArray().Count(one => StudioClient.Text(one!, "state") is "done");
                    bar.Description = Markup.Escape($"campaign: {phase}");
                    if (state is "awaitingReview" or "completed")
                        return;
                    if (state is "failed" or "cancelled" or "budgetExceeded" or "paused")
                        throw new StudioRefusal($"the campaign is {state}: {board["problem"]}");
                    await Task.Delay(300, ct);
                }
            });
}
