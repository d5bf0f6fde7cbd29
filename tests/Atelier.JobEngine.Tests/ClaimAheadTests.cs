using Atelier.JobEngine.Tests.Support;
using Npgsql;

namespace Atelier.JobEngine.Tests;

/// <summary>Jobs that a node holds before it has a slot for them.</summary>
public sealed class ClaimAheadTests : EngineTest
{
    private const int Jobs = 300;

    [Fact]
    public async Task What_was_claimed_ahead_of_a_slow_job_goes_back_to_the_queue()
    {
        var (inside, goOn, begun) = (Signal(), Signal(), 0);
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await queue.EnqueueManyAsync(Engine.Items(Jobs));
        await using var worker = await Engine.StartAsync(
            Database,
            async (_, _, _) =>
            {
                if (Interlocked.Increment(ref begun) != Jobs / 2)
                    return null;
                inside.SetResult();
                await goOn.Task;
                return null;
            },
            o => (o.LaneConcurrency, o.ClaimAhead) = (1, 100)
        );
        await SoonAsync(inside.Task);
        await queue.UntilTrueAsync("select count(*) <= 1 from jobs.job where state = 2");
        goOn.SetResult();
        await queue.UntilTrueAsync($"select count(*) = {Jobs} from jobs.job where state = 3");
    }

    [Fact]
    public async Task A_node_holds_no_more_than_its_slots_unless_told_to_claim_ahead()
    {
        var (inside, goOn, begun) = (Signal(), Signal(), 0);
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, _, _) =>
            {
                if (Interlocked.Increment(ref begun) is not (Jobs / 2) and not (Jobs / 2 + 1))
                    return null;
                if (Volatile.Read(ref begun) > Jobs / 2)
                    inside.TrySetResult();
                await goOn.Task;
                return null;
            },
            o => o.LaneConcurrency = 2
        );
        await engine.EnqueueManyAsync(Engine.Items(Jobs));
        await SoonAsync(inside.Task);
        // What ended before them is written down, and nothing was claimed for which there is no slot.
        await engine.UntilTrueAsync($"select count(*) = {Jobs / 2 - 1} from jobs.job where state = 3");
        Assert.Equal(2, await engine.ScalarAsync<long>("select count(*) from jobs.job where state = 2"));
        goOn.SetResult();
        await engine.UntilTrueAsync($"select count(*) = {Jobs} from jobs.job where state = 3");
    }

    [Fact]
    public async Task The_next_jobs_run_while_the_ends_of_the_last_are_not_written_yet()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.LaneConcurrency = 2);
        await using (var locked = await engine.Database.OpenConnectionAsync(Cancel))
        {
            // Whoever ends writes an event; a claim does not.
            await using var transaction = await locked.BeginTransactionAsync(Cancel);
            await using (var command = new NpgsqlCommand("lock table jobs.job_event in share mode", locked))
                await command.ExecuteNonQueryAsync(Cancel);
            await engine.EnqueueManyAsync(Engine.Items(Jobs));
            await engine.UntilTrueAsync("select count(*) > 2 from jobs.job where state = 2");
        }
        await engine.UntilTrueAsync($"select count(*) = {Jobs} from jobs.job where state = 3");
    }
}
