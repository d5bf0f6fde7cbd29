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
        await queue.ExecuteAsync(
            JobEngineMigrations.All.Single(one => one.Name.EndsWith("008_lookups.sql", StringComparison.Ordinal)).Sql
        );

        Assert.Equal(Engine.Owner, await queue.Client.OwnerOfAsync(old, Cancel));
        Assert.Equal(old, Assert.Single(await queue.Client.ListAsync(new(Engine.Owner), Cancel)).Id);
        await using var worker = await Engine.StartAsync(Database, (_, _, _) => Nothing);
        Assert.Equal(JobState.Succeeded, (await worker.EndOfAsync(old)).Job.State);
    }
}
