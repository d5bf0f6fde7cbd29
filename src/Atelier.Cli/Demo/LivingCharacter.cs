using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Atelier.Cli.Demo;

/// <summary>A story becomes one of its people: make the character, talk, take away the card.</summary>
internal static class LivingCharacter
{
    private static readonly string[] Questions = ["Who taught you to bake bread?", "What happened to the lamp?"];

    public static async Task MakeAsync(
        StudioClient client,
        string documentId,
        DemoManifest manifest,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var order = new JsonObject { ["documentId"] = documentId, ["person"] = 0 };
        var character = await client.PostAsync("characters/from-document", order, ct);
        var path = $"characters/{StudioClient.Text(character, "id")}";
        var chat = $"chats/{StudioClient.Text(await client.PostAsync($"{path}/chats", new JsonObject(), ct), "id")}";
        foreach (var question in Questions)
            await client.ListenAsync($"{chat}/messages", new JsonObject { ["content"] = question }, ct);
        await SaveAsync($"{path}/export?format=png&spec=v3", "character.png", "character, card V3 in its picture");
        await SaveAsync($"{path}/export?format=charx&spec=v3", "character.charx", "character, card V3 with its files");
        await SaveAsync($"{chat}/export?format=md", "character-talk.md", "character, a talk with every answer cited");
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{StudioClient.Text(character, "name")}[/] came out of a story in {watch.Elapsed.TotalSeconds:F1} s."
        );

        async Task SaveAsync(string from, string file, string what)
        {
            await client.DownloadAsync(from, manifest.PathOf(file), ct);
            manifest.Add(what, file, watch.Elapsed);
        }
    }
}
