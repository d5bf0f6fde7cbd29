using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public sealed class FeedTests : EngineTest
{
    [Fact]
    public async Task Every_node_sees_every_event_of_a_job_once_and_in_order()
    {
        await using var worker = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                for (var i = 0; i < 5; i++)
                    await run.StepAsync($"step {i}", _ => Task.FromResult(i));
                return "made";
            }
        );
        await using var watcher = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        using var watch = await watcher.Feed.WatchAsync(Cancel);
        var watching = ReadToEndAsync(watch);
        var ticket = await worker.EnqueueAsync();
        await worker.EndOfAsync(ticket.PublicId);
        var events = await watching.WaitAsync(Engine.Patience, Cancel);
        Assert.Equal(
            ["queued", "running", "step", "step", "step", "step", "step", "succeeded"],
            events.Select(e => e.Type)
        );
        Assert.Equal(Enumerable.Range(1, 8), events.Select(e => e.Seq));
        Assert.Equal("step 0", events[2].Data!.Value.GetProperty("name").GetString());
        var stored = await watcher.Client.EventsAsync(ticket.PublicId, after: 6, cancel: Cancel);
        Assert.Equal([7, 8], stored.Select(e => e.Seq));
    }

    [Fact]
    public async Task A_watcher_that_lost_its_connection_misses_nothing()
    {
        var (inside, goOn) = (Signal(), Signal());
        await using var worker = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                inside.TrySetResult();
                await goOn.Task;
                return await run.StepAsync("step", _ => Task.FromResult(1));
            }
        );
        await using var watcher = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        using var watch = await watcher.Feed.WatchAsync(Cancel);
        var watching = ReadToEndAsync(watch);
        await worker.EnqueueAsync();
        await SoonAsync(inside.Task);
        await using (
            var kill = Database.Source.CreateCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'"
            )
        )
            await kill.ExecuteNonQueryAsync(Cancel);
        goOn.SetResult();
        var events = await watching.WaitAsync(Engine.Patience, Cancel);
        Assert.Equal([1, 2, 3, 4], events.Select(e => e.Seq));
    }

    [Fact]
    public async Task A_beginning_that_nobody_announced_is_told_and_a_run_of_long_before_is_not_told_again()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.EnqueueAsync("old");
        await engine.ExecuteAsync(
            """
            update jobs.job set state = 2, began_seq = 2, event_seq = 3, started_at = clock_timestamp() - interval '1 hour';
            insert into jobs.job_event (job_id, seq, type) select id, 3, 3 from jobs.job
            """
        );
        using var watch = await engine.Feed.WatchAsync(Cancel);
        var fresh = await engine.EnqueueAsync("fresh");
        var told = new List<JobEvent> { await NextAsync() };
        await engine.ExecuteAsync(
            "update jobs.job set state = 2, began_seq = 2, event_seq = 2, started_at = clock_timestamp() where state = 1"
        );
        told.Add(await NextAsync());
        Assert.All(told, one => Assert.Equal(fresh.PublicId, one.JobId));
        Assert.Equal(["queued", "running"], told.Select(one => one.Type));

        Task<JobEvent> NextAsync() => watch.NextAsync(Cancel).AsTask().WaitAsync(Engine.Patience, Cancel);
    }

    [Fact]
    public async Task Progress_is_told_at_most_ten_times_a_second_and_the_last_word_always()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                for (var i = 1; i <= 20_000; i++)
                {
                    run.Report(i / 40_000.0, $"item {i}");
                    await Task.Yield();
                }
                throw new JobFailure("test.half", "Half way.", retryable: false);
            }
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        started.Stop();
        var told = (await engine.Client.EventsAsync(done.Job.Id, cancel: Cancel)).Count(e => e.Type == "progress");
        Assert.Equal(("item 20000", 0.5), (done.Job.Message, done.Job.Progress));
        Assert.InRange(told, 0, (int)(started.Elapsed.TotalSeconds * 10) + 1);
    }

    [Fact]
    public async Task A_last_word_on_its_way_to_the_database_when_the_job_ends_is_kept()
    {
        const int jobs = 300;
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                run.Report(0.5, "nearly");
                await Task.Yield();
                return "made";
            }
        );
        var tickets = new List<JobTicket>();
        for (var i = 0; i < jobs; i++)
            tickets.Add(await engine.EnqueueAsync());
        foreach (var ticket in tickets)
            Assert.Equal("nearly", (await engine.EndOfAsync(ticket.PublicId)).Job.Message);
    }

    [Fact]
    public async Task Progress_of_any_kind_is_taken_and_stops_nothing()
    {
        var told = Signal();
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
            {
                run.Report(double.NaN, "half a fox \uD83E and a \0");
                await told.Task;
                run.Report(double.PositiveInfinity, new string('a', 199) + "\U0001F98A");
                return null;
            }
        );
        var ticket = await engine.EnqueueAsync();
        await engine.UntilAsync(ticket.PublicId, job => job.Job.Message is not null);
        told.SetResult();
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(new string('a', 199), done.Job.Message);
        var first = (await engine.Client.EventsAsync(done.Job.Id, cancel: Cancel)).First(e => e.Type == "progress");
        Assert.Equal(0, first.Data!.Value.GetProperty("fraction").GetDouble());
        Assert.Equal("half a fox \uFFFD and a  ", first.Data.Value.GetProperty("message").GetString());
    }

    private static async Task<List<JobEvent>> ReadToEndAsync(JobWatch watch)
    {
        var events = new List<JobEvent>();
        await foreach (var one in watch.ReadAllAsync(Cancel))
        {
            events.Add(one);
            if (one.Type is "succeeded" or "failed" or "cancelled")
                break;
        }
        return events;
    }
}
