using System.Collections.Concurrent;
using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;
using Npgsql;

namespace Atelier.JobEngine.Tests;

public sealed class FairnessTests : EngineTest
{
    [Fact]
    public async Task A_thousand_jobs_of_one_owner_delay_nobody_elses_by_more_than_one_job_per_worker()
    {
        const int Slots = 3;
        var begun = 0;
        var (busy, goOn) = (Signal(), Signal());
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, _, cancel) =>
            {
                if (Interlocked.Increment(ref begun) >= 10)
                    busy.TrySetResult();
                if (busy.Task.IsCompleted)
                    await goOn.Task.WaitAsync(cancel);
                return null;
            },
            o => o.LaneConcurrency = Slots
        );
        await engine.EnqueueManyAsync(Engine.Items(1000));
        await SoonAsync(busy.Task);
        var tickets = new List<JobTicket>();
        foreach (var owner in Enumerable.Range(0, 10).Select(Engine.Other))
            tickets.Add(await engine.EnqueueAsync("single", o => o with { OwnerId = owner }));
        var before = await engine.ScalarAsync<long>("select count(*) from jobs.job where started_at is not null");
        goOn.SetResult();
        foreach (var ticket in tickets)
            await engine.EndOfAsync(ticket.PublicId);
        // The database's own order of starts, not the order in which threads got to run.
        var last = await engine.ScalarAsync<long>(
            $"""
            select max(place) from (
                select owner_id, row_number() over (order by started_at) as place
                from jobs.job where started_at is not null) started
            where owner_id <> '{Engine.Owner}'
            """
        );
        Assert.InRange(last, 10, before + tickets.Count + Slots);
    }

    [Fact]
    public async Task Owners_with_long_queues_take_turns()
    {
        var order = new ConcurrentQueue<Guid>();
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var second = Engine.Other(2);
        await queue.EnqueueManyAsync(Engine.Items(60));
        var tickets = await queue.EnqueueManyAsync(Engine.Items(60), o => o with { OwnerId = second });
        await using var worker = await Engine.StartAsync(
            Database,
            (_, run, _) =>
            {
                order.Enqueue(run.OwnerId);
                return Nothing;
            },
            o => o.LaneConcurrency = 1
        );
        await worker.EndOfAsync(tickets[^1].PublicId);
        for (var begun = 10; begun <= 120; begun += 10)
            Assert.Equal(begun / 2, order.Take(begun).Count(owner => owner == second));
    }

    [Fact]
    public async Task A_sweep_under_way_makes_nobody_run_out_of_turn()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var first = (await queue.EnqueueManyAsync(Engine.Items(100)))[0];
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var age = new NpgsqlCommand(Sweeper.Age, connection, transaction);
        age.Parameters.Add(new() { Value = TimeSpan.FromHours(1) });
        await age.ExecuteNonQueryAsync(Cancel);
        var begun = new ConcurrentQueue<Guid>();
        await using var worker = await Engine.StartAsync(
            Database,
            (_, run, _) =>
            {
                begun.Enqueue(run.PublicId);
                return Nothing;
            },
            o => o.LaneConcurrency = 1
        );
        await worker.EndOfAsync(first.PublicId);
        Assert.Equal(first.PublicId, begun.First());
    }

    [Fact]
    public async Task Jobs_queued_side_by_side_by_one_owner_take_turns_one_after_the_other()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await queue.EnqueueAsync("first");
        var connections = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => queue.Database.OpenConnectionAsync(Cancel).AsTask())
        );
        var transactions = await Task.WhenAll(connections.Select(c => c.BeginTransactionAsync(Cancel).AsTask()));
        await Task.WhenAll(
            transactions.Select(t => queue.Client.EnqueueAsync(t, new TestJob("unseen"), new(Engine.Owner), Cancel))
        );
        foreach (var transaction in transactions)
            await transaction.CommitAsync(Cancel);
        foreach (var connection in connections)
            await connection.DisposeAsync();
        Assert.Equal(9, await queue.ScalarAsync<long>("select count(distinct vt) from jobs.job"));
    }

    [Fact]
    public async Task Jobs_put_off_to_one_moment_take_their_turns_when_it_comes()
    {
        await using var sweeper = await Engine.StartAsync(Database, (_, _, _) => Nothing, Idle);
        await sweeper.EnqueueManyAsync(Engine.Items(20), o => o with { RunAt = DateTimeOffset.MaxValue });
        Assert.Equal(20, await sweeper.ScalarAsync<long>("select count(*) from jobs.job where state = 0 and vt = 0"));
        await sweeper.ExecuteAsync("update jobs.lane set floor = array_fill(500::bigint, array[10])");
        await sweeper.ExecuteAsync("update jobs.job set run_at = now()");
        await sweeper.UntilTrueAsync("select count(*) = 20 from jobs.job where state = 1");
        Assert.Equal("500-519", await sweeper.ScalarAsync<string>("select min(vt) || '-' || max(vt) from jobs.job"));
        Assert.Equal(20, await sweeper.ScalarAsync<long>("select count(distinct vt) from jobs.job"));
    }

    [Fact]
    public async Task A_job_that_waits_long_moves_up_and_still_shows_the_priority_it_was_given()
    {
        await using var sweeper = await Engine.StartAsync(
            Database,
            (_, _, _) => Nothing,
            o =>
            {
                Idle(o);
                o.Aging = TimeSpan.FromHours(1);
            }
        );
        var old = await sweeper.EnqueueAsync("old", o => o with { Priority = 8 });
        var young = await sweeper.EnqueueAsync("young", o => o with { Priority = 8 });
        await sweeper.ExecuteAsync(
            $"update jobs.job set run_at = now() - interval '150 min' where public_id = '{old.PublicId}'"
        );
        await sweeper.UntilTrueAsync("select max(lifts) = 2 from jobs.job");
        Assert.Equal(
            "6,8",
            await sweeper.ScalarAsync<string>("select string_agg(priority::text, ',' order by id) from jobs.job")
        );
        Assert.Equal(8, (await sweeper.Client.GetAsync(old.PublicId, Cancel))!.Job.Priority);
        Assert.Equal(8, (await sweeper.Client.GetAsync(young.PublicId, Cancel))!.Job.Priority);
    }

    // Sweeps, and runs nothing.
    private static void Idle(JobEngineOptions options) => options.Lanes["default"] = 0;
}
