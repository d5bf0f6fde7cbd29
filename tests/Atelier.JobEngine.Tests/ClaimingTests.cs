using System.Collections.Concurrent;
using Atelier.JobEngine.Tests.Support;
using Atelier.Testing.Database;

namespace Atelier.JobEngine.Tests;

public sealed class ClaimingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await Engine.NewDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_job_runs_and_leaves_its_result()
    {
        await using var engine = await Engine.StartAsync(
            _database,
            (job, _, _) => Task.FromResult<object?>(new { Said = "hello " + job.Name })
        );
        var ticket = await engine.EnqueueAsync("Mia");
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(JobState.Succeeded, done.Job.State);
        Assert.Equal("hello Mia", done.Result!.Value.GetProperty("said").GetString());
    }

    [Fact]
    public async Task Four_nodes_run_every_job_exactly_once()
    {
        var runs = new ConcurrentDictionary<string, int>();
        var all = new TaskCompletionSource();
        Task<object?> Count(TestJob job, JobRun run, CancellationToken cancel)
        {
            runs.AddOrUpdate(job.Name, 1, (_, n) => n + 1);
            if (runs.Count == 300)
                all.TrySetResult();
            return Task.FromResult<object?>(null);
        }
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Engine.StartAsync(_database, Count)));
        var tickets = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => nodes[i % 4].EnqueueAsync($"job {i}")));
        await all.Task.WaitAsync(Engine.Patience, TestContext.Current.CancellationToken);
        foreach (var ticket in tickets)
            await nodes[0].EndOfAsync(ticket.PublicId);
        foreach (var node in nodes)
            await node.DisposeAsync();
        Assert.Equal(300, runs.Count);
        Assert.All(runs.Values, times => Assert.Equal(1, times));
    }
}
