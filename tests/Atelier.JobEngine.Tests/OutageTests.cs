using System.Diagnostics;
using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public sealed class OutageTests : EngineTest
{
    private const string KillAll = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """;

    [Fact]
    public async Task A_job_outlives_every_connection_to_the_database()
    {
        var (inside, goOn) = (Signal(), Signal());
        var runs = 0;
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                var first = await run.StepAsync(
                    "first",
                    async _ =>
                    {
                        runs++;
                        inside.TrySetResult();
                        await goOn.Task;
                        return 1;
                    }
                );
                return first + await run.StepAsync("second", _ => Task.FromResult(1));
            }
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        await using (var admin = Database.Source.CreateCommand(KillAll))
            Assert.True((long)(await admin.ExecuteScalarAsync(Cancel))! >= 2);
        goOn.SetResult();
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Succeeded, 1, 1), (done.Job.State, done.Job.Attempt, runs));
    }

    [Fact]
    public async Task Connections_that_keep_breaking_lose_no_job_and_finish_none_twice()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var ids = new List<Guid>();
        for (var i = 0; i < 60; i++)
            ids.Add((await queue.EnqueueAsync($"job {i}", o => o with { MaxAttempts = 100 })).PublicId);
        await using var one = await Engine.StartAsync(Database, (_, run, _) => FiveStepsAsync(run));
        await using var two = await Engine.StartAsync(Database, (_, run, _) => FiveStepsAsync(run));
        for (var i = 0; i < 5; i++)
        {
            await one.UntilAsync(ids[i * 10], job => job.Job.State is JobState.Succeeded or JobState.Running);
            await using var admin = Database.Source.CreateCommand(KillAll);
            await admin.ExecuteScalarAsync(Cancel);
        }
        foreach (var id in ids)
        {
            var done = await two.EndOfAsync(id);
            Assert.Equal(JobState.Succeeded, done.Job.State);
            Assert.Equal(5, done.Steps.Count);
            Assert.Single(done.Attempts, attempt => attempt.Outcome == "succeeded");
        }
    }

    [Fact]
    public async Task Listening_connections_that_freeze_hold_up_nothing_and_lose_no_event()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await using var worker = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        using var feed = await queue.Feed.WatchAsync(Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Engine.Patience);
        int[] listeners;
        while ((listeners = await queue.ScalarAsync<int[]>(Listeners)).Length < 2)
            await Task.Delay(20, patience.Token); // each node begins to listen in its own time
        await SignalAsync("STOP", listeners);
        try
        {
            var ticket = await queue.EnqueueAsync();
            Assert.Equal(JobState.Succeeded, (await queue.EndOfAsync(ticket.PublicId)).Job.State);
            await foreach (var happened in feed.ReadAllAsync(Cancel))
                if (happened.JobId == ticket.PublicId && happened.Type == "succeeded")
                    break;
        }
        finally
        {
            await SignalAsync("CONT", listeners);
        }
    }

    private const string Listeners = """
        select coalesce(array_agg(pid), '{}') from pg_stat_activity
        where datname = current_database() and application_name = 'atelier listener'
        """;

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(id => $"{id}")]);
        await kill.WaitForExitAsync(Cancel);
        Assert.Equal(0, kill.ExitCode);
    }

    private static async Task<object?> FiveStepsAsync(JobRun run)
    {
        for (var i = 0; i < 5; i++)
            await run.StepAsync($"step {i}", _ => Task.FromResult(i));
        return null;
    }
}
