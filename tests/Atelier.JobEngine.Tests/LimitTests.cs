using System.Collections.Concurrent;
using Atelier.JobEngine.Tests.Support;
using Atelier.JobEngine.Worker;

namespace Atelier.JobEngine.Tests;

public class LimitTests : EngineTest
{
    [Fact]
    public async Task Jobs_of_one_key_never_exceed_its_limit_however_many_nodes_there_are()
    {
        var seen = new Crowd();
        var nodes = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => StartAsync(seen.WorkAsync, o => o.LaneConcurrency = 4))
        );
        var limited = await nodes[0]
            .EnqueueManyAsync(Engine.Items(30), o => o with { Limit = new JobLimit("provider", 2) });
        var one = await nodes[1].EnqueueAsync("provider", o => o with { Limit = new JobLimit("provider", 2) });
        foreach (var ticket in limited.Append(one))
            Assert.Equal(JobState.Succeeded, (await nodes[2].EndOfAsync(ticket.PublicId)).Job.State);
        foreach (var node in nodes)
            await node.DisposeAsync();
        Assert.Equal(31, seen.Begun);
        Assert.InRange(seen.Most, 1, 2);
    }

    [Fact]
    public async Task No_owner_runs_more_than_the_lane_allows_while_others_pass_by()
    {
        var crowds = new ConcurrentDictionary<Guid, Crowd>();
        var owners = Enumerable.Range(0, 4).Select(Engine.Other).ToArray();
        await using var engine = await StartAsync(
            (job, run, cancel) => crowds.GetOrAdd(run.OwnerId, _ => new Crowd()).WorkAsync(job, run, cancel),
            o =>
            {
                o.LaneConcurrency = 8;
                o.OwnerLimits["default"] = 2;
            }
        );
        var tickets = new List<JobTicket>();
        foreach (var owner in owners)
            tickets.AddRange(
                await engine.EnqueueManyAsync(
                    Engine.Items(10),
                    // A key of their own on top, narrower for the first owner.
                    o => o with { OwnerId = owner, Limit = owner == owners[0] ? new JobLimit("narrow", 1) : null }
                )
            );
        foreach (var ticket in tickets)
            await engine.EndOfAsync(ticket.PublicId);
        Assert.Equal(1, crowds[owners[0]].Most);
        Assert.All(crowds.Values, crowd => Assert.InRange(crowd.Most, 1, 2));
    }

    [Fact]
    public async Task Jobs_over_a_limit_are_kept_out_of_the_index_that_claims_walk()
    {
        await using var sweeper = await StartAsync((_, _, _) => Nothing, o => o.Lanes["default"] = 0);
        await sweeper.EnqueueManyAsync(Engine.Items(200), o => o with { Limit = new JobLimit("narrow", 3) });
        await sweeper.UntilTrueAsync("select count(*) = 3 from jobs.job where state = 1");
        Assert.Equal(197, await sweeper.ScalarAsync<long>("select count(*) from jobs.job where state = 6"));
        Assert.Contains(
            "state = 1",
            await sweeper.ScalarAsync<string>("select pg_get_indexdef('jobs.job_ready'::regclass)"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_place_that_becomes_free_by_a_cancel_is_given_to_the_next_and_the_newest_number_holds()
    {
        await using var sweeper = await StartAsync(
            (_, _, _) => Nothing,
            o =>
            {
                o.Lanes["default"] = 0;
                o.Sweep = TimeSpan.FromHours(1); // no net: the notices have to do it
            }
        );
        var first = await sweeper.EnqueueAsync("1", o => o with { Limit = new JobLimit("one", 1) });
        await sweeper.UntilTrueAsync("select count(*) = 1 from jobs.job where state = 1");
        var second = await sweeper.EnqueueAsync("2", o => o with { Limit = new JobLimit("one", 1) });
        await sweeper.EnqueueAsync("3", o => o with { Limit = new JobLimit("one", 1) });
        Assert.Equal(CancelOutcome.Cancelled, await sweeper.Client.CancelAsync(first.PublicId, Cancel));
        await sweeper.UntilTrueAsync($"select state = 1 from jobs.job where public_id = '{second.PublicId}'");
        await sweeper.EnqueueAsync("4", o => o with { Limit = new JobLimit("one", 3) });
        await sweeper.UntilTrueAsync("select count(*) = 3 from jobs.job where state = 1");
    }

    [Fact]
    public async Task A_place_whose_node_died_before_it_gave_it_on_is_found_by_the_sweep()
    {
        await using var queue = await StartAsync((_, _, _) => Nothing, o => o.Work = false);
        var waiting = await queue.EnqueueAsync("waiting", o => o with { Limit = new JobLimit("one", 1) });
        await using var engine = await StartAsync((_, _, _) => Nothing); // missed the notice
        Assert.Equal(JobState.Succeeded, (await engine.EndOfAsync(waiting.PublicId)).Job.State);
    }

    [Fact]
    public async Task An_owner_with_a_full_queue_is_refused_and_nobody_else()
    {
        await using var queue = await StartAsync(
            (_, _, _) => Nothing,
            o => (o.Work, o.MostQueuedPerOwner) = (false, 5)
        );
        await queue.EnqueueManyAsync(Engine.Items(4));
        Assert.Null((await queue.EnqueueAsync("5", o => o with { UniqueKey = "five" })).Refusal);
        var refused = await queue.EnqueueAsync("6");
        Assert.Equal(("queue_full", Guid.Empty), (refused.Refusal!.Code, refused.PublicId));
        Assert.True((await queue.EnqueueAsync("5", o => o with { UniqueKey = "five" })).AlreadyQueued);
        Assert.Null((await queue.EnqueueAsync("other", o => o with { OwnerId = Engine.Other(1) })).Refusal);
        Assert.All(
            await queue.EnqueueManyAsync(Engine.Items(3)),
            ticket => Assert.Equal("queue_full", ticket.Refusal?.Code)
        );
        Assert.Equal(6, await queue.ScalarAsync<long>("select count(*) from jobs.job"));
        await queue.ExecuteAsync("update jobs.job set state = 3, finished_at = now()");
        Assert.Null((await queue.EnqueueAsync("7")).Refusal);
    }

    /// <summary>Counts how many are inside at a time; each stays until another came or nobody can.</summary>
    private sealed class Crowd
    {
        private int _inside;
        private int _begun;

        public int Most { get; private set; }

        public int Begun => _begun;

        public async Task<object?> WorkAsync(TestJob job, JobRun run, CancellationToken cancel)
        {
            var now = Interlocked.Increment(ref _inside);
            Interlocked.Increment(ref _begun);
            lock (this)
                Most = Math.Max(Most, now);
            await Task.Yield();
            await Task.Delay(5, cancel);
            Interlocked.Decrement(ref _inside);
            return null;
        }
    }
}
