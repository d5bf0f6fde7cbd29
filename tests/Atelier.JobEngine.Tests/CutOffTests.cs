using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;
using Npgsql;

namespace Atelier.JobEngine.Tests;

/// <summary>What a node leaves behind in the server when it freezes or is cut off in the middle of something.</summary>
public sealed class CutOffTests : EngineTest
{
    [Fact]
    public async Task A_job_claimed_by_a_statement_that_its_node_had_given_up_is_run_all_the_same()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            (_, _, _) => Nothing,
            o => (o.Lease, o.Beat, o.Poll) = (TimeSpan.FromSeconds(2), o.Beat, TimeSpan.FromMilliseconds(200))
        );
        var ticket = await engine.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        await engine.ExecuteAsync(
            """
            update jobs.job set state = 2, attempt = 1, fence = 1, started_at = clock_timestamp(),
                node_id = (select max(id) from jobs.node)
            """
        );
        var done = await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal((JobState.Succeeded, 1), (done.Job.State, done.Job.Attempt));
    }

    [Fact]
    public async Task A_node_cut_off_in_the_middle_of_a_sweep_does_not_keep_others_from_sweeping()
    {
        await using var cutOff = await Database.Source.OpenConnectionAsync(Cancel);
        await using var transaction = await cutOff.BeginTransactionAsync(Cancel);
        await using var turn = new NpgsqlCommand(Sweeper.Turn, cutOff, transaction);
        turn.Parameters.Add(new() { Value = Listener.LockClass });
        Assert.True((bool)(await turn.ExecuteScalarAsync(Cancel))!);
        await using var engine = await Engine.StartAsync(
            Database,
            (_, run, _) => run.Attempt == 1 ? throw new JobFailure("test.later", "Later.") : Nothing
        );
        // Only a sweep brings it back after its failure.
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal((JobState.Succeeded, 2), (done.Job.State, done.Job.Attempt));
    }

    [Fact]
    public async Task What_a_dead_node_has_locked_in_the_middle_of_a_step_does_not_hold_up_the_next_run()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
                await run.StepAsync(
                    "page",
                    async (transaction, cancel) =>
                    {
                        await WriteAsync(transaction, cancel);
                        return "written";
                    }
                )
        );
        await engine.ExecuteAsync("create table page (number int primary key)");
        var dead = await engine.ScalarAsync<int>(
            "insert into jobs.node (name, lanes, lease_until, beat_at) values ('dead', '{}', 'infinity', 'infinity') returning id"
        );
        await using var cutOff = await Database.Source.OpenConnectionAsync(Cancel);
        await using var transaction = await cutOff.BeginTransactionAsync(Cancel);
        await StepStore.NameAsync(transaction, dead, Cancel);
        await WriteAsync(transaction, Cancel);
        await engine.ExecuteAsync($"update jobs.node set lease_until = '-infinity' where id = {dead}"); // not sooner
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal("written", done.Result!.Value.GetString());
    }

    [Fact]
    public async Task A_steps_commit_that_nobody_answers_is_an_outage_and_the_step_is_made_again()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, run, _) =>
                await run.StepAsync(
                    "page",
                    async (transaction, cancel) =>
                    {
                        if (run.Attempt == 1)
                            await WriteAsync(transaction, cancel);
                        return run.Attempt;
                    }
                )
        );
        await engine.ExecuteAsync(
            """
            create table page (number int);
            create function hang() returns trigger language plpgsql as
                $$ begin perform pg_sleep(600); return null; end $$;
            create constraint trigger hang after insert on page deferrable initially deferred
                for each row execute function hang();
            """
        );
        var done = await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        Assert.Equal(2, done.Result!.Value.GetInt32());
        Assert.Equal("job.database_unavailable", done.Attempts[0].Error!.Code);
    }

    private static async Task WriteAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var write = new NpgsqlCommand("insert into page values (1)", transaction.Connection, transaction);
        await write.ExecuteNonQueryAsync(cancel);
    }
}
