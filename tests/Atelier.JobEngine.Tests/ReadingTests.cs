using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

public sealed class ReadingTests : EngineTest
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_newest_first()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
            ids.Add((await engine.EnqueueAsync($"job {i}")).PublicId);
        var read = new List<Guid>();
        for (Guid? before = null; ; before = read[^1])
        {
            var page = await engine.Client.ListAsync(new(Engine.Owner, Before: before, Limit: 3), Cancel);
            if (page.Count == 0)
                break;
            read.AddRange(page.Select(job => job.Id));
        }
        Assert.Equal(ids.Order().Reverse(), read);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_owner_project_state_and_kind()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var (project, other) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.Empty);
        var mine = (
            await engine.EnqueueAsync(change: o => o with { ProjectId = project, Subject = "book:1" })
        ).PublicId;
        await engine.EnqueueAsync(change: o => o with { OwnerId = other });
        var cancelled = (await engine.EnqueueAsync()).PublicId;
        await engine.Client.CancelAsync(cancelled, Cancel);
        async Task<IEnumerable<Guid>> List(JobFilter filter) =>
            (await engine.Client.ListAsync(filter, Cancel)).Select(job => job.Id);
        Assert.Equal([mine], await List(new(ProjectId: project)));
        Assert.Equal([cancelled], await List(new(State: JobState.Cancelled)));
        Assert.Equal([mine], await List(new(Engine.Owner, State: JobState.Queued)));
        Assert.Empty(await List(new(Kind: "test.other.v1")));
        Assert.Equal("book:1", (await engine.Client.GetAsync(mine, Cancel))!.Job.Subject);
        Assert.Equal(
            new JobStats(1, 0, 0, 0, 1, null),
            await engine.Client.StatsAsync(Engine.Owner, Cancel) with
            {
                OldestQueuedSeconds = null,
            }
        );
    }

    [Fact]
    public async Task Only_a_finished_job_can_be_deleted_and_then_nothing_of_it_is_left()
    {
        await using var engine = await Engine.StartAsync(Database, (_, run, _) => run.StepAsync("s", _ => Nothing));
        var waiting = await engine.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue });
        Assert.Equal(DeleteOutcome.NotFinished, await engine.Client.DeleteAsync(waiting.PublicId, Cancel));
        await engine.Client.CancelAsync(waiting.PublicId, Cancel);
        var done = await engine.EnqueueAsync();
        await engine.EndOfAsync(done.PublicId);
        Assert.Equal(DeleteOutcome.Deleted, await engine.Client.DeleteAsync(done.PublicId, Cancel));
        Assert.Equal(DeleteOutcome.Deleted, await engine.Client.DeleteAsync(waiting.PublicId, Cancel));
        Assert.Equal(DeleteOutcome.NotFound, await engine.Client.DeleteAsync(done.PublicId, Cancel));
        foreach (var table in (string[])["job", "job_data", "job_step", "job_event"])
            Assert.Equal(0, await engine.ScalarAsync<long>($"select count(*) from jobs.{table}"));
    }

    [Fact]
    public async Task Finished_jobs_and_old_days_are_pruned_and_everything_else_is_kept()
    {
        await using (var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing))
        {
            await engine.EndOfAsync((await engine.EnqueueAsync("old")).PublicId);
            await engine.ExecuteAsync(
                "update jobs.job set finished_at = finished_at - interval '15 days';"
                    + "create table jobs.job_event_20200101 partition of jobs.job_event for values from ('2020-01-01') to ('2020-01-02')"
            );
        }
        await using var next = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        var kept = await next.EnqueueAsync("new");
        await next.EndOfAsync(kept.PublicId);
        // Pruned by the first sweep of either.
        await next.UntilTrueAsync("select to_regclass('jobs.job_event_20200101') is null");
        await next.UntilTrueAsync("select count(*) = 1 from jobs.job_data");
        Assert.Equal(kept.PublicId, Assert.Single(await next.Client.ListAsync(new(), Cancel)).Id);
        Assert.True(await next.ScalarAsync<bool>("select count(*) = 0 from only jobs.job_event_default"));
    }

    [Fact]
    public async Task Claims_walk_the_ready_index_whatever_lies_finished()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(
            """
            insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, max_attempts, run_at)
            select uuidv7(), uuidv7(), 1, 1, case when n % 1000 = 0 then 1 else 3 end, 3, now()
            from generate_series(1, 50000) n;
            analyze jobs.job
            """
        );
        var plan = await engine.ScalarAsync<string>(
            "explain (format json) select id from jobs.job where state = 1 and lane_id = 1 "
                + "order by priority, vt, id limit 5 for update skip locked"
        );
        Assert.Contains("job_ready", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Sort\"", plan, StringComparison.Ordinal);
    }
}
