using System.Collections.Concurrent;
using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public sealed class DrainTests : EngineTest
{
    [Fact]
    public async Task A_stopping_node_finishes_the_open_step_and_another_goes_on_from_there()
    {
        var (inside, goOn, second) = (Signal(), Signal(), Signal());
        var begun = new ConcurrentQueue<string>();
        JobEngine.Worker.Work work = async (_, run, _) =>
        {
            foreach (var step in (string[])["one", "two", "three"])
                await run.StepAsync(
                    step,
                    async _ =>
                    {
                        begun.Enqueue(step);
                        inside.TrySetResult();
                        await goOn.Task;
                        return step;
                    }
                );
            return null;
        };
        var first = await Engine.StartAsync(Database, work);
        var ticket = await first.EnqueueAsync();
        await SoonAsync(inside.Task);
        var stopping = first.StopAsync();
        await using var next = await Engine.StartAsync(Database, work, o => o.Work = false);
        await next.UntilAsync(ticket.PublicId, job => job.Job.State is JobState.Running);
        goOn.SetResult();
        await SoonAsync(stopping);
        var handed = (await next.Client.GetAsync(ticket.PublicId, Cancel))!;
        Assert.Equal((JobState.Queued, 0), (handed.Job.State, handed.Job.Attempt));
        Assert.Equal("one", Assert.Single(handed.Steps).Name);
        await using var last = await Engine.StartAsync(Database, work);
        var done = await next.EndOfAsync(ticket.PublicId);
        await first.DisposeAsync();
        Assert.Equal((JobState.Succeeded, 1), (done.Job.State, done.Job.Attempt));
        Assert.Equal(["one", "two", "three"], begun);
        Assert.Equal(["handed_back", "succeeded"], done.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task A_step_that_takes_longer_than_the_grace_is_told_to_stop_and_its_job_handed_back()
    {
        var inside = Signal();
        var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
                await run.StepAsync(
                    "long",
                    async cancel =>
                    {
                        inside.SetResult();
                        await Task.Delay(Timeout.Infinite, cancel);
                        return 0;
                    }
                ),
            o => o.DrainGrace = TimeSpan.FromMilliseconds(50)
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        await engine.DisposeAsync();
        await using var other = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var job = (await other.Client.GetAsync(ticket.PublicId, Cancel))!;
        Assert.Equal((JobState.Queued, 0), (job.Job.State, job.Job.Attempt));
    }

    [Fact]
    public async Task A_handler_that_ignores_everything_loses_its_job_and_cannot_hold_up_the_stop()
    {
        var (inside, goOn) = (Signal(), Signal());
        var engine = await Engine.StartAsync(
            Database,
            async (_, _, _) =>
            {
                inside.SetResult();
                await goOn.Task;
                return null;
            },
            o => o.DrainGrace = TimeSpan.FromMilliseconds(50)
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        await engine.DisposeAsync().AsTask().WaitAsync(Engine.Patience, Cancel);
        goOn.SetResult();
        await using var other = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        Assert.Equal(JobState.Succeeded, (await other.EndOfAsync(ticket.PublicId)).Job.State);
    }

    [Fact]
    public async Task A_node_with_a_full_backlog_stops_without_losing_or_burning_anything()
    {
        await using var other = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var ran = new ConcurrentDictionary<string, int>();
        var some = Signal();
        JobEngine.Worker.Work work = (job, _, _) =>
        {
            ran.AddOrUpdate(job.Name, 1, (_, n) => n + 1);
            if (ran.Count > 20)
                some.TrySetResult();
            return Nothing;
        };
        var tickets = new List<JobTicket>();
        for (var i = 0; i < 200; i++)
            tickets.Add(await other.EnqueueAsync($"job {i}"));
        var first = await Engine.StartAsync(Database, work);
        await SoonAsync(some.Task);
        await first.DisposeAsync();
        Assert.Equal(0, await other.ScalarAsync<long>("select count(*) from jobs.job where state = 2"));
        await using var next = await Engine.StartAsync(Database, work);
        foreach (var ticket in tickets)
            Assert.Equal(1, (await next.EndOfAsync(ticket.PublicId)).Job.Attempt);
        Assert.All(ran.Values, times => Assert.Equal(1, times));
    }
}
