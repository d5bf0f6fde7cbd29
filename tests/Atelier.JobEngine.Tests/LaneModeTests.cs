using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public class LaneModeTests : EngineTest
{
    [Fact]
    public async Task A_paused_lane_starts_nothing_on_any_node_until_it_is_opened()
    {
        await using var first = await StartAsync((_, _, _) => Nothing, o => o.Lanes["other"] = 1);
        Assert.True(await first.Client.SetLaneModeAsync("default", LaneMode.Paused, Cancel));
        Assert.False(await first.Client.SetLaneModeAsync("no such lane", LaneMode.Paused, Cancel));
        var waiting = await first.EnqueueAsync("waiting");
        await using var second = await StartAsync((_, _, _) => Nothing, o => o.Lanes["other"] = 1);
        for (var i = 0; i < 5; i++)
            await first.EndOfAsync((await second.EnqueueAsync("passes", o => o with { Lane = "other" })).PublicId);
        Assert.Equal(JobState.Queued, (await first.Client.GetAsync(waiting.PublicId, Cancel))!.Job.State);
        var lanes = await first.Client.LanesAsync(Cancel);
        Assert.Equal(
            [("default", LaneMode.Paused, 1), ("other", LaneMode.Open, 0)],
            lanes.Select(l => (l.Name, l.Mode, l.Queued))
        );
        Assert.True(await second.Client.SetLaneModeAsync("default", LaneMode.Open, Cancel));
        Assert.Equal(JobState.Succeeded, (await first.EndOfAsync(waiting.PublicId)).Job.State);
    }

    [Fact]
    public async Task A_draining_lane_hands_back_what_runs_at_its_next_step()
    {
        var (inside, opened) = (Signal(), Signal());
        await using var engine = await StartAsync(
            async (_, run, cancel) =>
            {
                for (var step = 0; !opened.Task.IsCompleted; step++)
                {
                    await run.StepAsync($"step {step}", async _ => await Task.FromResult(step));
                    inside.TrySetResult();
                    await Task.Delay(5, cancel);
                }
                return null;
            }
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        await engine.Client.SetLaneModeAsync("default", LaneMode.Draining, Cancel);
        var handed = await engine.UntilAsync(ticket.PublicId, job => job.Job.State is JobState.Queued);
        Assert.Equal((0, "handed_back"), (handed.Job.Attempt, Assert.Single(handed.Attempts).Outcome));
        opened.SetResult();
        await engine.Client.SetLaneModeAsync("default", LaneMode.Open, Cancel);
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(ticket.PublicId)).Job.State);
    }
}
