using System.Collections.Concurrent;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

public sealed class ClaimingTests : EngineTest
{
    [Fact]
    public async Task A_job_runs_and_leaves_its_result()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            (job, _, _) => Task.FromResult<object?>(new { Said = "hello " + job.Name })
        );
        var ticket = await engine.EnqueueAsync("Mia \0 \uD83E\uDD8A");
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(JobState.Succeeded, done.Job.State);
        Assert.Equal(1, done.Job.Progress);
        Assert.Equal("hello Mia \0 \uD83E\uDD8A", done.Result!.Value.GetProperty("said").GetString());
    }

    [Fact]
    public async Task Four_nodes_run_every_job_exactly_once()
    {
        var runs = new ConcurrentDictionary<string, int>();
        var all = Signal();
        Task<object?> Count(TestJob job, JobRun run, CancellationToken cancel)
        {
            runs.AddOrUpdate(job.Name, 1, (_, n) => n + 1);
            if (runs.Count == 300)
                all.TrySetResult();
            return Nothing;
        }
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Engine.StartAsync(Database, Count)));
        var tickets = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => nodes[i % 4].EnqueueAsync($"job {i}")));
        await SoonAsync(all.Task);
        foreach (var ticket in tickets)
            await nodes[0].EndOfAsync(ticket.PublicId);
        foreach (var node in nodes)
            await node.DisposeAsync();
        Assert.Equal(300, runs.Count);
        Assert.All(runs.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Urgent_jobs_go_first_and_equals_keep_their_order()
    {
        var order = new ConcurrentQueue<string>();
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await queue.EnqueueAsync("third", o => o with { Priority = 7 });
        await queue.EnqueueAsync("second");
        var last = await queue.EnqueueAsync("fourth", o => o with { Priority = 9 });
        await queue.EnqueueAsync("first", o => o with { Priority = 0 });
        await using var worker = await Engine.StartAsync(
            Database,
            (job, _, _) =>
            {
                order.Enqueue(job.Name);
                return Nothing;
            },
            o => o.LaneConcurrency = 1
        );
        await worker.EndOfAsync(last.PublicId);
        Assert.Equal(["first", "second", "third", "fourth"], order);
    }

    [Fact]
    public async Task A_lane_runs_no_more_jobs_at_a_time_than_it_has_slots()
    {
        var (running, most) = (0, 0);
        var gate = Signal();
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, _, cancel) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                if (running == 3)
                    gate.TrySetResult();
                await gate.Task.WaitAsync(cancel);
                Interlocked.Decrement(ref running);
                return null;
            },
            o => o.LaneConcurrency = 3
        );
        var tickets = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => engine.EnqueueAsync($"job {i}")));
        foreach (var ticket in tickets)
            await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task A_job_does_not_run_before_its_time()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        var due = await engine.ScalarAsync<DateTime>("select clock_timestamp() + interval '400 ms'");
        var ticket = await engine.EnqueueAsync(change: o => o with { RunAt = new DateTimeOffset(due) });
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.True(done.Job.StartedAt >= due);
    }

    [Fact]
    public async Task A_payload_of_another_version_fails_with_a_clear_code()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        var ticket = await engine.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await engine.ExecuteAsync("update jobs.job_data set args = '{\"name\": [1, 2]}'");
        await engine.ExecuteAsync("update jobs.job set run_at = now()");
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal("job.payload_unreadable", done.Job.Error!.Code);
    }
}
