using Atelier.JobEngine.Board;
using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

/// <summary>What the registry of nodes tells, and for how long.</summary>
public sealed class NodeTests : EngineTest
{
    [Fact]
    public async Task Nodes_show_what_they_take_on_and_what_they_run()
    {
        var (inside, goOn) = (Signal(), Signal());
        await using var worker = await Engine.StartAsync(
            Database,
            async (_, _, _) =>
            {
                inside.SetResult();
                await goOn.Task;
                return null;
            },
            o =>
            {
                Patiently(o);
                (o.Lanes["default"], o.Lanes["other"]) = (3, 5);
            }
        );
        await using var web = await Engine.StartAsync(Database, (_, _, _) => Nothing, WebOnly);
        var ticket = await worker.EnqueueAsync();
        await SoonAsync(inside.Task);
        await worker.UntilTrueAsync("select count(*) = 2 and count(swept_at) = 1 and count(load) = 2 from jobs.node");

        var nodes = await web.Board.NodesAsync(Cancel);
        var running = (await web.Client.GetAsync(ticket.PublicId, Cancel))!;
        var lanes = await web.Client.LanesAsync(Cancel);
        goOn.SetResult();
        var done = await worker.EndOfAsync(ticket.PublicId);

        var working = Assert.Single(nodes, node => node.Lanes.Count > 0);
        Assert.Equal([new NodeLane("default", 3, 1), new NodeLane("other", 5, 0)], working.Lanes);
        Assert.All(nodes, node => Assert.Equal((NodeState.Live, "worker"), (node.State, node.Role)));
        Assert.True(working.Leads);
        Assert.InRange(working.Load!.Value, 0, 1);
        Assert.Equal([3, 5], lanes.Select(lane => lane.Slots));
        Assert.Equal(working.Name, running.Node);
        Assert.Equal((working.Name, null), (Assert.Single(done.Attempts).Node, done.Node));
    }

    [Fact]
    public async Task A_stopped_node_is_no_longer_shown_and_its_attempts_still_name_it()
    {
        var first = await Engine.StartAsync(Database, (_, _, _) => Nothing, Patiently);
        var ticket = await first.EnqueueAsync();
        await first.EndOfAsync(ticket.PublicId);
        var name = Assert.Single(await first.Board.NodesAsync(Cancel)).Name;
        await first.DisposeAsync();
        await using var next = await Engine.StartAsync(Database, (_, _, _) => Nothing, WebOnly);
        await next.UntilTrueAsync("select count(*) = 2 from jobs.node");

        Assert.Single(await next.Board.NodesAsync(Cancel));
        Assert.Equal(name, Assert.Single((await next.Client.GetAsync(ticket.PublicId, Cancel))!.Attempts).Node);
    }

    [Fact]
    public async Task A_lost_node_is_shown_as_lost_for_an_hour_and_forgotten_after_a_day()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, Patiently);
        await engine.ExecuteAsync(
            """
            insert into jobs.node (name, lanes, lease_until, lost_at, stopped_at) values
                ('lost', '{}', clock_timestamp() - interval '1 s', null, null),
                ('lost yesterday', '{}', clock_timestamp() - interval '1 h', clock_timestamp() - interval '23 h', null),
                ('lost long ago', '{}', clock_timestamp() - interval '2 d', clock_timestamp() - interval '25 h', null),
                ('stopped long ago', '{}', clock_timestamp() - interval '2 d', null, clock_timestamp() - interval '25 h')
            """
        );
        await engine.UntilTrueAsync("select bool_and(lost_at is not null) from jobs.node where name = 'lost'");
        await using (var connection = await engine.Database.OpenConnectionAsync(Cancel))
            await Pruning.RunAsync(connection, keepDays: 14, Cancel);

        var lost = Assert.Single(await engine.Board.NodesAsync(Cancel), node => node.State is NodeState.Lost);
        Assert.Equal("lost", lost.Name);
        Assert.Equal(
            "lost,lost yesterday",
            await engine.ScalarAsync<string>(
                "select string_agg(name, ',' order by name) from jobs.node where name ~ 'ago|lost'"
            )
        );
    }

    [Fact]
    public async Task A_node_that_takes_no_jobs_loses_its_lease_and_comes_back()
    {
        await using var web = await Engine.StartAsync(Database, (_, _, _) => Nothing, WebOnly);
        await web.UntilTrueAsync("select count(*) = 1 from jobs.node");
        await web.ExecuteAsync("update jobs.node set lease_until = clock_timestamp() - interval '1 s'");
        await web.UntilTrueAsync("select count(*) = 1 from jobs.node where lease_until > clock_timestamp()");
        Assert.Equal([NodeState.Live, NodeState.Lost], (await web.Board.NodesAsync(Cancel)).Select(node => node.State));
    }

    [Fact]
    public async Task Lanes_are_counted_from_indexes_that_hold_only_what_is_not_finished()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, WebOnly);
        await engine.ExecuteAsync(
            """
            insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, max_attempts, run_at, vt)
            select uuidv7(), '01980000-0000-7000-8000-00000000aaaa', 1, 1, case when n % 1000 = 0 then n / 1000 % 3 else 3 end,
                   3, now() - interval '1 h', n
            from generate_series(1, 50000) n;
            analyze jobs.job;
            """
        );
        await using var explain = engine.Database.CreateCommand("explain " + JobClient.Lanes);
        await using var row = await explain.ExecuteReaderAsync(Cancel);
        while (await row.ReadAsync(Cancel))
            Assert.DoesNotContain("Seq Scan on job ", row.GetString(0), StringComparison.Ordinal);
        var lane = Assert.Single(await engine.Client.LanesAsync(Cancel));
        Assert.Equal((33, 17), (lane.Queued, lane.Running));
        Assert.InRange(lane.OldestQueuedSeconds!.Value, 3600, 7200);
    }

    // A busy machine costs nobody the lease here.
    private static void Patiently(JobEngineOptions options) => options.Lease = TimeSpan.FromMinutes(1);

    private static void WebOnly(JobEngineOptions options)
    {
        Patiently(options);
        options.Work = false;
    }
}
