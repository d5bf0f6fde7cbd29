using System.Net;
using System.Text.Json.Nodes;
using Atelier.Platform.Processes;
using Atelier.Support;
using Atelier.Testing.Database;

namespace Atelier.Books.Journeys;

/// <summary>What a studio's machine may lack, and what happens to the book when it is put right.</summary>
public sealed class BrokenWorkshopTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-workshop-test-");
    private TestDatabase? _database;

    private string Data => Path.Combine(_folder.FullName, "data");

    private ToolBench Bench => new(Path.Combine(_folder.FullName, "bin"));

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_rsvg_convert_a_book_waits_for_its_package_and_is_finished_once_it_is_there()
    {
        var path = Bench.Only("qpdf", "hb-subset");
        using var studio = await StartAsync(path);
        var person = await studio.RegisterAsync();
        var journey = await BookJourney.BeginAsync(person);

        var failed = await journey.EndAsync(person, "failed");
        Assert.Equal("tool_missing", failed["error"]!["code"]!.GetValue<string>());
        Assert.Contains(
            "apt-get install librsvg2-bin",
            failed["error"]!["message"]!.GetValue<string>(),
            StringComparison.Ordinal
        );

        Bench.Put("rsvg-convert");
        await FinishAsync(person, journey, failed);
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_exporting_keeps_nothing_and_the_book_is_finished_once_there_is_room()
    {
        // The studio's next file in its work folder lies on the kernel's full device.
        Bench.Put(
            "qpdf",
            $"""
            #!/bin/sh
            [ -e boxes.json ] || ln -s /dev/full boxes.json
            exec "{ToolPackages.Find("qpdf")}" "$@"
            """
        );
        using var studio = await StartAsync($"{Bench.Only()}:{Environment.GetEnvironmentVariable("PATH")}");
        var person = await studio.RegisterAsync();
        var journey = await BookJourney.BeginAsync(person);

        var failed = await journey.EndAsync(person, "failed");
        Assert.Equal("disk_full", failed["error"]!["code"]!.GetValue<string>());
        Assert.Empty(BookJourney.LeftoversIn(Data));
        (await person.GetAsync($"books/{journey.Book}/download?format=pdf")).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_not_made"
        );

        Bench.Remove("qpdf");
        await FinishAsync(person, journey, failed);
    }

    private Task<StudioProcess> StartAsync(string path) =>
        StudioProcess.Start(Data, path, $"--Atelier:Database={_database!.ConnectionString}").ReadyAsync();

    /// <summary>A retry finishes the book, and does none of the finished steps again.</summary>
    private async Task FinishAsync(Person person, BookJourney journey, JsonNode failed)
    {
        Assert.Equal("compose", failed["steps"]!.AsArray()[^1]!["name"]!.GetValue<string>());
        var status = (await person.GetAsync($"books/{journey.Book}/status")).Expect(HttpStatusCode.OK);
        Assert.Equal("failed", status["state"]!.GetValue<string>());

        (await person.PostAsync($"jobs/{journey.Job}/retry")).Expect(HttpStatusCode.OK);

        var done = await journey.EndAsync(person, "succeeded");
        var steps = done["steps"]!.AsArray().Select(step => step!.ToJsonString()).ToList();
        var before = failed["steps"]!.AsArray().Select(step => step!.ToJsonString()).ToList();
        Assert.Equal(before, steps.Take(before.Count));
        Assert.Equal(before.Count + 3, steps.Count);
        Assert.Equal(5, (await BookJourney.HashesAsync(person, journey.Book)).Count);
        Assert.Empty(BookJourney.LeftoversIn(Data));
    }
}
