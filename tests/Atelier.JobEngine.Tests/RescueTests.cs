using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public class RescueTests : EngineTest
{
    [Fact]
    public async Task A_node_that_lost_its_lease_stops_its_runs_and_comes_back_under_a_new_id()
    {
        var (inside, told) = (Signal(), Signal());
        await using var engine = await StartAsync(
            async (_, run, cancel) =>
            {
                if (run.Claim.Fence > 1)
                    return "again";
                inside.SetResult();
                await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => told.SetResult(), TaskScheduler.Default);
                return "too late";
            }
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        await engine.ExecuteAsync("update jobs.node set lease_until = clock_timestamp() - interval '1 s'");
        await SoonAsync(told.Task);
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal("again", done.Result!.Value.GetString());
        Assert.Equal(["crashed", "succeeded"], done.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task A_job_that_keeps_taking_its_process_down_is_given_up()
    {
        await using var queue = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await queue.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await RunOnDeadNodeAsync(queue, crashes: 2);
        await using var engine = await StartAsync((_, _, _) => Nothing);
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Failed, "job.crashed"), (done.Job.State, done.Job.Error!.Code));
        var last = (await engine.Client.EventsAsync(ticket.PublicId, cancel: Cancel))[^1];
        Assert.Equal("job.crashed", last.Data!.Value.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_crash_after_a_finished_step_is_not_counted_towards_giving_up()
    {
        await using var queue = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await queue.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await RunOnDeadNodeAsync(queue, crashes: 2);
        await queue.ExecuteAsync(
            "insert into jobs.job_step (job_id, name, seq, fence, ms) select id, 'x', 9, fence, 1 from jobs.job"
        );
        await using var engine = await StartAsync((_, _, _) => Nothing);
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(ticket.PublicId)).Job.State);
    }

    [Fact]
    public async Task A_job_cancelled_while_its_node_was_dead_is_cancelled_and_not_run()
    {
        await using var queue = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await queue.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await RunOnDeadNodeAsync(queue, crashes: 0);
        Assert.Equal(CancelOutcome.Requested, await queue.Client.CancelAsync(ticket.PublicId, Cancel));
        await using var engine = await StartAsync((_, _, _) => Nothing);
        Assert.Equal(JobState.Cancelled, (await engine.EndOfAsync(ticket.PublicId)).Job.State);
    }

    [Fact]
    public async Task The_end_of_a_silent_nodes_lease_is_not_slept_through()
    {
        await using var queue = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await queue.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await RunOnDeadNodeAsync(queue, crashes: 0, leaseSeconds: 3);
        // It looks once when it starts, and would next in an hour.
        await using var engine = await StartAsync((_, _, _) => Nothing, o => o.Sweep = TimeSpan.FromHours(1));
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(ticket.PublicId)).Job.State);
    }

    private static Task RunOnDeadNodeAsync(Engine engine, int crashes, int leaseSeconds = -1) =>
        engine.ExecuteAsync(
            $"""
            insert into jobs.node (name, lanes, lease_until)
            values ('dead', '[]', clock_timestamp() + {leaseSeconds} * interval '1 s');
            update jobs.job set state = 2, attempt = 1, fence = 7, crashes = {crashes}, started_at = clock_timestamp(),
                node_id = (select max(id) from jobs.node where name = 'dead')
            """.Replace("'[]'", "'{}'", StringComparison.Ordinal)
        );
}
