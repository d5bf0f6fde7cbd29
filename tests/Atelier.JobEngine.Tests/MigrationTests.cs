using Atelier.JobEngine.Tests.Support;

namespace Atelier.JobEngine.Tests;

/// <summary>Jobs that an older release wrote.</summary>
public sealed class MigrationTests : EngineTest
{
    [Fact]
    public async Task Jobs_of_before_the_lookups_moved_are_found_listed_and_run()
    {
        await using var queue = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        var old = (await queue.EnqueueAsync("old")).PublicId;
        await queue.ExecuteAsync(
            """
            alter table jobs.job_data drop column public_id, drop column owner_id, drop column project_id;
            alter table jobs.job add constraint job_public_id_key unique (public_id);
            create index job_owner on jobs.job (owner_id, public_id desc);
            create index job_project on jobs.job (project_id, public_id desc) where project_id is not null;
            insert into jobs.job_data (job_id, args) values (-1, '"of a job that is gone"');
            """
        );
        await queue.ExecuteAsync(Migration("008_lookups.sql"));

        Assert.Equal(Engine.Owner, await queue.Client.OwnerOfAsync(old, Cancel));
        Assert.Equal(old, Assert.Single(await queue.Client.ListAsync(new(Engine.Owner), Cancel)).Id);
        await using var worker = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        Assert.Equal(JobState.Succeeded, (await worker.EndOfAsync(old)).Job.State);
    }

    [Fact]
    public async Task Runs_of_before_they_were_written_with_their_ends_keep_their_attempts_and_their_order()
    {
        await using var engine = await Engine.StartAsync(
            Database,
            (_, run, _) => run.Attempt == 1 ? throw new JobFailure("test.no", "Not at first.") : Nothing
        );
        var job = (await engine.EnqueueAsync("twice")).PublicId;
        var waiting = (await engine.EnqueueAsync(change: o => o with { RunAt = DateTimeOffset.MaxValue })).PublicId;
        var (expected, events) = (await engine.EndOfAsync(job), await engine.Client.EventsAsync(job, 0, 100, Cancel));
        Assert.Equal(["failed", "succeeded"], expected.Attempts.Select(one => one.Outcome));
        await engine.ExecuteAsync(
            """
            create table jobs.job_attempt (job_id bigint, attempt smallint, fence int, node_id int, started_at timestamptz,
                                           ended_at timestamptz, outcome smallint, error json);
            insert into jobs.job_attempt
            select job_id, attempt, fence, node_id, started_at, at, outcome, data -> 'error' from jobs.job_event where outcome is not null;
            insert into jobs.job_event (job_id, seq, type, at, data)
            select j.id, e.seq, e.type, e.at, e.data from jobs.job j cross join jobs.events_of(j.id, 1) e where e.type in (1, 2);
            drop index jobs.job_event_when;
            drop function jobs.events_of;
            alter table jobs.job drop column began_seq;
            alter table jobs.job_event drop column attempt, drop column fence, drop column node_id, drop column began_seq,
                                       drop column started_at, drop column outcome;
            alter table jobs.job_step add constraint job_step_job_id_fkey foreign key (job_id) references jobs.job on delete cascade;
            """
        );
        await engine.ExecuteAsync(Migration("009_runs.sql"));

        var found = await engine.Client.GetAsync(job, Cancel);
        Assert.Equal(expected.Attempts, found!.Attempts);
        Assert.Equal(Told(events), Told(await engine.Client.EventsAsync(job, 0, 100, Cancel)));
        Assert.Equal("queued", Assert.Single(await engine.Client.EventsAsync(waiting, 0, 100, Cancel)).Type);

        static IEnumerable<string> Told(IEnumerable<JobEvent> all) =>
            all.Select(one => $"{one.Seq} {one.Type} {one.Data}");
    }

    private static string Migration(string name) =>
        JobEngineMigrations.All.Single(one => one.Name.EndsWith(name, StringComparison.Ordinal)).Sql;
}
