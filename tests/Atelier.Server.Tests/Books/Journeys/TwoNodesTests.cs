using Atelier.Support;
using Atelier.Testing.Database;

namespace Atelier.Books.Journeys;

/// <summary>Two studios on one PostgreSQL and one data folder.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-nodes-test-");
    private TestDatabase? _database;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Nodes_start_together_know_each_others_people_and_one_finishes_what_the_other_began()
    {
        using var first = Start("all");
        using var second = Start("web");
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());
        var person = await first.RegisterAsync();
        await using var gate = new StepGate(_database!.ConnectionString);
        await gate.CloseAsync("illustrate:5");
        var journey = await BookJourney.BeginAsync(second.Visit(person));
        await gate.ReachedAsync(); // the one that works took what the other had queued

        await first.KillAsync();
        await gate.AbandonAsync();
        await gate.OpenAsync();
        using var third = await Start("worker").ReadyAsync();

        var job = await journey.EndAsync(second.Visit(person), "succeeded");
        Assert.Equal(
            ["crashed", "succeeded"],
            job["attempts"]!.AsArray().Select(attempt => attempt!["outcome"]!.GetValue<string>())
        );
        Assert.Equal(5, (await BookJourney.HashesAsync(second.Visit(person), journey.Book)).Count);
        Assert.Empty(BookJourney.LeftoversIn(_data.FullName));
    }

    private StudioProcess Start(string role) =>
        StudioProcess.Start(
            _data.FullName,
            path: null,
            $"--role={role}",
            $"--Atelier:Database={_database!.ConnectionString}",
            "--Atelier:Jobs:Lease=00:00:06",
            "--Atelier:Jobs:Beat=00:00:00.5"
        );
}
