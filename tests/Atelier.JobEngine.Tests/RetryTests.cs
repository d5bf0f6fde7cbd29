using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public class RetryTests : EngineTest
{
    [Fact]
    public async Task A_failed_attempt_is_repeated_until_the_attempts_are_used_up()
    {
        await using var engine = await StartAsync((_, _, _) => throw new JobFailure("test.broken", "It broke."));
        var ticket = await engine.EnqueueAsync(change: o => o with { MaxAttempts = 3 });
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Failed, 3), (done.Job.State, done.Job.Attempt));
        Assert.Equal(new JobError("test.broken", "It broke."), done.Job.Error);
        Assert.Equal(["failed", "failed", "failed"], done.Attempts.Select(attempt => attempt.Outcome));
        // 20 ms and then 40 ms, each less at most a quarter: the sweep may add to it, nothing may take from it.
        Assert.True(done.Attempts[1].StartedAt - done.Attempts[0].EndedAt >= TimeSpan.FromMilliseconds(14));
        Assert.True(done.Attempts[2].StartedAt - done.Attempts[1].EndedAt >= TimeSpan.FromMilliseconds(29));
    }

    [Fact]
    public async Task A_later_attempt_may_succeed_and_leaves_no_error()
    {
        await using var engine = await StartAsync(
            (_, run, _) => run.Attempt < 3 ? throw new JobFailure("test.not_yet", "Not yet.") : Nothing
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal((JobState.Succeeded, 3, null), (done.Job.State, done.Job.Attempt, done.Job.Error));
    }

    [Fact]
    public async Task A_failure_for_good_is_not_repeated()
    {
        await using var engine = await StartAsync(
            (_, _, _) => throw new JobFailure("test.hopeless", "No use.", retryable: false)
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal((JobState.Failed, 1), (done.Job.State, done.Job.Attempt));
    }

    [Fact]
    public async Task An_unforeseen_error_shows_nothing_of_the_inside()
    {
        await using var engine = await StartAsync(
            (_, _, _) => throw new InvalidOperationException("secret path /srv/x")
        );
        var ticket = await engine.EnqueueAsync(change: o => o with { MaxAttempts = 1 });
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal("job.unexpected_error", done.Job.Error!.Code);
        Assert.DoesNotContain("secret", done.Job.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_job_can_be_queued_again_and_goes_on_after_its_finished_steps()
    {
        var (broken, first) = (true, 0);
        await using var engine = await StartAsync(
            async (_, run, _) =>
            {
                var made = await run.StepAsync("first", _ => Task.FromResult(++first));
                return broken ? throw new JobFailure("test.broken", "It broke.", retryable: false) : new { made };
            }
        );
        var ticket = await engine.EnqueueAsync();
        await engine.EndOfAsync(ticket.PublicId);
        broken = false;
        Assert.Equal(RetryOutcome.Queued, await engine.Client.RetryAsync(ticket.PublicId, Cancel));
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Succeeded, 1), (done.Job.State, done.Result!.Value.GetProperty("made").GetInt32()));
        Assert.Equal(1, first);
        Assert.Equal(RetryOutcome.NotRetryable, await engine.Client.RetryAsync(ticket.PublicId, Cancel));
        Assert.Equal(RetryOutcome.NotFound, await engine.Client.RetryAsync(Engine.Owner, Cancel));
    }

    [Fact]
    public async Task A_failed_job_can_go_back_to_a_step_and_makes_it_and_what_followed_anew()
    {
        var (broken, made) = (true, new List<string>());
        await using var engine = await StartAsync(
            async (_, run, _) =>
            {
                foreach (var step in (string[])["one", "two", "three"])
                    await run.StepAsync(
                        step,
                        _ =>
                        {
                            made.Add(step);
                            return Task.FromResult(step);
                        }
                    );
                return broken ? throw new JobFailure("test.broken", "It broke.", retryable: false) : null;
            }
        );
        var ticket = await engine.EnqueueAsync();
        await engine.EndOfAsync(ticket.PublicId);
        broken = false;
        Assert.Equal(RetryOutcome.NoSuchStep, await engine.Client.RetryAsync(ticket.PublicId, "four", Cancel));
        Assert.Equal(RetryOutcome.Queued, await engine.Client.RetryAsync(ticket.PublicId, "two", Cancel));
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(JobState.Succeeded, done.Job.State);
        Assert.Equal(["one", "two", "three", "two", "three"], made);
        Assert.Equal(["one", "two", "three"], done.Steps.Select(step => step.Name));
        Assert.Equal(RetryOutcome.NotRetryable, await engine.Client.RetryAsync(ticket.PublicId, "two", Cancel));
    }

    [Fact]
    public async Task A_failed_job_is_not_queued_again_beside_an_unfinished_one_with_its_key()
    {
        await using var engine = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var first = await engine.EnqueueAsync(change: o => o with { UniqueKey = "k" });
        await engine.Client.CancelAsync(first.PublicId, Cancel);
        await engine.EnqueueAsync(change: o => o with { UniqueKey = "k" });
        Assert.Equal(RetryOutcome.Blocked, await engine.Client.RetryAsync(first.PublicId, Cancel));
    }

    [Theory]
    [InlineData(1, 750, 1250)]
    [InlineData(4, 6000, 10000)]
    [InlineData(60, 45000, 75000)]
    public void Waits_double_up_to_the_longest_and_never_line_up(int failures, int least, int most)
    {
        var waits = Enumerable
            .Range(0, 200)
            .Select(salt => Backoff.After(failures, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), (ulong)salt))
            .ToList();
        Assert.All(waits, wait => Assert.InRange(wait.TotalMilliseconds, least, most));
        Assert.True(waits.Distinct().Count() > 190);
    }
}
