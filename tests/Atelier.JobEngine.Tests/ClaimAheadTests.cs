using Atelier.JobEngine.Tests.Support;

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
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.LaneConcurrency = 2);
        await engine.ExecuteAsync(
            """
            create table most (held int);
            create function note_most() returns trigger language plpgsql as $$
            begin
                insert into most select count(*) from jobs.job where state = 2;
                return null;
            end $$;
            create trigger note_most after update on jobs.job for each statement execute function note_most();
            """
        );
        await engine.EnqueueManyAsync(Engine.Items(Jobs));
        await engine.UntilTrueAsync($"select count(*) = {Jobs} from jobs.job where state = 3");
        Assert.InRange(await engine.ScalarAsync<int>("select max(held) from most"), 1, 2);
    }
}
