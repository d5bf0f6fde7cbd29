using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Books.Journeys;

/// <summary>One book, made by a studio that is killed during every kind of step.</summary>
public sealed class KilledStudioTests(BookStudio undisturbed) : IClassFixture<BookStudio>, IDisposable
{
    // A restart need not wait as long for a dead node as the defaults do.
    private static readonly string[] Hasty =
    [
        "--Atelier:Jobs:Lease=00:00:06",
        "--Atelier:Jobs:Beat=00:00:00.5",
        "--Atelier:Jobs:Sweep=00:00:00.5",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-killed-test-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_studio_killed_during_every_step_makes_the_same_book_and_leaves_nothing_behind()
    {
        var bench = new ToolBench(Path.Combine(_folder.FullName, "bin"));
        var path = bench.WithHeldConverter();
        var studio = await StudioProcess.Start(Data, path, Hasty).ReadyAsync();
        try
        {
            var person = await studio.RegisterAsync();
            await CloseAsync("outline");
            var journey = await BookJourney.BeginAsync(person);
            var finished = new Dictionary<string, string>();

            string[] steps = ["outline", "write", "illustrate:5", "compose", "export", "rasterise", "publish"];
            foreach (var (i, step) in steps.Index())
            {
                await KillAtAsync(studio, bench, step, next: steps.ElementAtOrDefault(i + 1));
                studio.Dispose();
                PlantDraft();
                studio = await StudioProcess.Start(Data, path, Hasty).ReadyAsync();
                person = studio.Visit(person);
                KeepAll(finished, (await person.GetAsync($"jobs/{journey.Job}")).Body!);
            }

            var job = await journey.EndAsync(person, "succeeded");
            KeepAll(finished, job);
            Assert.Equal(
                [.. Enumerable.Repeat("crashed", steps.Length), "succeeded"],
                job["attempts"]!.AsArray().Select(attempt => attempt!["outcome"]!.GetValue<string>())
            );
            await CheckEventsAsync(journey, person, finished.Keys);
            Assert.Equal(3, bench.CountRuns("--format=pdf")); // one was killed; the interior and the cover
            Assert.Equal(1, bench.CountRuns("--width=900")); // the export was not done again for what came after it
            Assert.Empty(BookJourney.LeftoversIn(Data));
            await BookJourney.CheckAssetsAsync(Data);
            Assert.Equal(await UndisturbedAsync(), await BookJourney.HashesAsync(person, journey.Book));
        }
        finally
        {
            bench.Release();
            studio.Dispose();
        }
    }

    /// <summary>Kills the studio inside a step, and closes the gate of the next one before it lives again.</summary>
    private async Task KillAtAsync(StudioProcess studio, ToolBench bench, string step, string? next)
    {
        await using var gate = StepGate.Of(Data);
        if (ToolOf(step) is null)
            await gate.ReachedAsync();
        else
            await bench.HeldAsync();
        if (step == "export")
            Assert.NotEmpty(Directory.EnumerateDirectories(Path.Combine(Data, "work")));
        await studio.KillAsync();
        await gate.AbandonAsync();
        Assert.False(await gate.IsStoredAsync(step)); // asked before the next studio lives, which goes on at once
        bench.Release();
        await gate.OpenAsync();
        if (next is not null && ToolOf(next) is { } tool)
            bench.Hold(tool);
        else if (next is not null)
            await gate.CloseAsync(next);
    }

    /// <summary>How the tool is called in whose middle the step is killed; null where it is killed before it is stored.</summary>
    private static string? ToolOf(string step) =>
        step switch
        {
            "export" => "--format=pdf",
            "rasterise" => "--width=1024",
            _ => null,
        };

    private async Task CloseAsync(string step)
    {
        await using var gate = StepGate.Of(Data);
        await gate.CloseAsync(step);
    }

    /// <summary>What a kill in the middle of writing leaves.</summary>
    private void PlantDraft() => File.WriteAllText(Path.Combine(Data, "assets", "drafts", "half"), "half a pict");

    /// <summary>A step that finished once keeps the moment at which it did.</summary>
    private static void KeepAll(Dictionary<string, string> finished, JsonNode job)
    {
        foreach (var step in job["steps"]!.AsArray())
        {
            var (name, at) = (step!["name"]!.GetValue<string>(), step["finishedAt"]!.GetValue<string>());
            Assert.Equal(at, finished.GetValueOrDefault(name, at));
            finished[name] = at;
        }
    }

    private static async Task CheckEventsAsync(BookJourney journey, Person person, IEnumerable<string> steps)
    {
        var events = await journey.EventsAsync(person);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e["seq"]!.GetValue<int>()));
        var done = events.Where(e => e["type"]!.GetValue<string>() == "step");
        Assert.Equal(steps.Order(), done.Select(e => e["data"]!["name"]!.GetValue<string>()).Order());
        Assert.Single(events, e => e["type"]!.GetValue<string>() == "succeeded");
    }

    private async Task<IReadOnlyList<string>> UndisturbedAsync()
    {
        var person = await undisturbed.RegisterAsync();
        var book = await BookStudio.OrderAsync(person);
        await undisturbed.MakeAsync(person, book);
        return await BookJourney.HashesAsync(person, book);
    }
}
