using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public class CancelTests : EngineTest
{
    [Fact]
    public async Task A_running_job_sees_at_once_that_another_process_cancelled_it()
    {
        var (started, seen) = (Signal(), Signal());
        // No beat tells it within this test.
        await using var worker = await WaitingWorkerAsync(
            started,
            seen,
            o => (o.Lease, o.Beat) = (TimeSpan.FromHours(4), TimeSpan.FromHours(1))
        );
        await using var other = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await other.EnqueueAsync();
        await SoonAsync(started.Task);
        Assert.Equal(CancelOutcome.Requested, await other.Client.CancelAsync(ticket.PublicId, Cancel));
        await SoonAsync(seen.Task);
        var done = await other.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Cancelled, "cancelled"), (done.Job.State, Assert.Single(done.Attempts).Outcome));
        Assert.Equal(CancelOutcome.AlreadyFinished, await other.Client.CancelAsync(ticket.PublicId, Cancel));
        Assert.Equal(CancelOutcome.NotFound, await other.Client.CancelAsync(Engine.Owner, Cancel));
    }

    [Fact]
    public async Task A_lost_wake_up_delays_a_cancel_by_a_beat_at_most()
    {
        var (started, seen) = (Signal(), Signal());
        await using var worker = await WaitingWorkerAsync(started, seen);
        await worker.EnqueueAsync();
        await SoonAsync(started.Task);
        await worker.ExecuteAsync("update jobs.job set cancel_at = clock_timestamp()"); // and nobody is notified
        await SoonAsync(seen.Task);
    }

    [Fact]
    public async Task A_waiting_job_is_cancelled_at_once_and_never_runs()
    {
        await using var engine = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var ticket = await engine.EnqueueAsync();
        Assert.Equal(CancelOutcome.Cancelled, await engine.Client.CancelAsync(ticket.PublicId, Cancel));
        await using var worker = await StartAsync((_, _, _) => Nothing);
        await worker.EndOfAsync((await worker.EnqueueAsync("next")).PublicId);
        var job = (await engine.Client.GetAsync(ticket.PublicId, Cancel))!;
        Assert.Equal((JobState.Cancelled, 0), (job.Job.State, job.Job.Attempt));
    }

    [Fact]
    public async Task A_cancelled_job_stays_cancelled_even_when_its_handler_finished_all_the_same()
    {
        var (started, goOn) = (Signal(), Signal());
        await using var engine = await StartAsync(
            async (_, _, _) =>
            {
                started.SetResult();
                await goOn.Task;
                return "done anyway";
            }
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(started.Task);
        await engine.Client.CancelAsync(ticket.PublicId, Cancel);
        goOn.SetResult();
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Cancelled, null), (done.Job.State, done.Result));
    }

    private Task<Engine> WaitingWorkerAsync(
        TaskCompletionSource started,
        TaskCompletionSource seen,
        Action<JobEngineOptions>? configure = null
    ) =>
        StartAsync(
            async (_, _, cancel) =>
            {
                cancel.Register(() => seen.TrySetResult());
                started.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancel);
                return null;
            },
            configure
        );
}
