using System.Diagnostics;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

/// <summary>Real processes, killed and frozen for real.</summary>
public sealed class KillTests : EngineTest
{
    [Fact]
    public async Task A_job_killed_inside_every_step_and_at_every_border_ends_as_if_nothing_had_happened()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(ThreeSteps.Tables);
        var ticket = await engine.EnqueueAsync();
        foreach (var point in (string[])["inside 1", "after 1", "inside 2", "after 2", "inside 3", "after 3"])
        {
            using var worker = StartWorker(point);
            Assert.Equal("at " + point, await LineAsync(worker));
            worker.Kill(); // SIGKILL
            await worker.WaitForExitAsync(Cancel);
        }
        using var last = StartWorker("nowhere");
        var done = await engine.EndOfAsync(ticket.PublicId);
        last.Kill();
        Assert.Equal((JobState.Succeeded, 1), (done.Job.State, done.Job.Attempt));
        Assert.Equal(60, done.Result!.Value.GetProperty("sum").GetInt32());
        // Killed inside, each step began twice; once finished it never began again, and its rows are there once.
        Assert.Equal(
            "{1,1,2,2,3,3}",
            await engine.ScalarAsync<string>("select array_agg(step order by step)::text from began")
        );
        Assert.Equal(
            "{1,2,3}",
            await engine.ScalarAsync<string>("select array_agg(step order by step)::text from done")
        );
        Assert.Equal(6, done.Attempts.Count(attempt => attempt.Outcome == "crashed"));
    }

    [Fact]
    public async Task A_frozen_process_that_wakes_up_after_its_job_was_done_elsewhere_writes_nothing()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await queue.ExecuteAsync(ThreeSteps.Tables);
        var ticket = await queue.EnqueueAsync();
        using var frozen = StartWorker("inside 1");
        Assert.Equal("at inside 1", await LineAsync(frozen));
        await SignalAsync(frozen, "STOP");
        await using var other = await Engine.StartAsync(
            Database,
            (_, run, _) => ThreeSteps.RunAsync(queue.Database, run, _ => Task.CompletedTask)
        );
        var done = await other.EndOfAsync(ticket.PublicId);
        await frozen.StandardInput.WriteLineAsync("go on");
        await frozen.StandardInput.FlushAsync(Cancel);
        await SignalAsync(frozen, "CONT");
        Assert.Equal("stopped", await LineAsync(frozen));
        frozen.Kill();
        Assert.Equal(JobState.Succeeded, done.Job.State);
        Assert.Equal(
            "{1,2,3}",
            await queue.ScalarAsync<string>("select array_agg(step order by step)::text from done")
        );
        Assert.Equal(done.Steps, (await queue.Client.GetAsync(ticket.PublicId, Cancel))!.Steps);
    }

    [Fact]
    public async Task A_process_asked_to_stop_hands_its_job_over_between_two_steps()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await queue.ExecuteAsync(ThreeSteps.Tables);
        var ticket = await queue.EnqueueAsync();
        using var worker = StartWorker("inside 2");
        Assert.Equal("at inside 2", await LineAsync(worker));
        await SignalAsync(worker, "TERM");
        await queue.UntilTrueAsync("select bool_or(draining) from jobs.node");
        await worker.StandardInput.WriteLineAsync("go on");
        await worker.StandardInput.FlushAsync(Cancel);
        await worker.WaitForExitAsync(Cancel).WaitAsync(Engine.Patience, Cancel);
        var job = (await queue.Client.GetAsync(ticket.PublicId, Cancel))!;
        Assert.Equal((0, JobState.Queued, 0), (worker.ExitCode, job.Job.State, job.Job.Attempt));
        Assert.Equal("handed_back", Assert.Single(job.Attempts).Outcome);
    }

    private Process StartWorker(string stopAt) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(ThreeSteps).Assembly.Location, Database.ConnectionString, stopAt])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    private static Task<string?> LineAsync(Process worker) =>
        worker.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Engine.Patience, Cancel);

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancel);
    }
}
