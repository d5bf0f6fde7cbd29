using Atelier.JobEngine.Board;
using Atelier.JobEngine.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.JobEngine.Tests;

/// <summary>Finding jobs among many, without ever reading many.</summary>
public sealed class SearchTests : EngineTest
{
    // The oldest 300 have stopped badly, every tenth is somebody's who has no others, and nothing has begun.
    private const string Crowd = """
        insert into jobs.kind (name) values ('rare');
        insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, max_attempts, run_at)
        select ('01980000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
               case when n % 10 = 0 then '01980000-0000-7000-8000-0000000000bb'
                    else '01980000-0000-7000-8000-00000000aaaa' end::uuid,
               case n when 7 then (select id from jobs.kind where name = 'rare') else 1 end, 1,
               case when n > 300 then 3 when n % 2 = 0 then 4 else 5 end, 3, now()
        from generate_series(1, 50000) n;
        insert into jobs.job_data (job_id, public_id, owner_id, args, error)
        select id, public_id, owner_id, '{}', case when state = 5 then '{"code":"lost","message":"It got lost."}'::json end from jobs.job;
        analyze jobs.job;
        analyze jobs.job_data;
        """;

    [Fact]
    public async Task What_stopped_badly_is_found_behind_all_that_succeeded()
    {
        await using var engine = await CrowdedAsync();
        var board = engine.Board;

        foreach (var state in (JobState[])[JobState.Failed, JobState.Cancelled])
        {
            var found = await board.FindAsync(new JobQuery(State: state, Limit: 100), Cancel);
            Assert.Equal(100, found.Jobs.Count);
            Assert.All(found.Jobs, job => Assert.Equal(state, job.State));
        }
    }

    [Fact]
    public async Task A_rare_kind_is_found_by_looking_on_from_where_a_search_gave_up()
    {
        await using var engine = await CrowdedAsync();
        var (searches, found) = (0, new List<JobSummary>());
        Guid? before = null;
        do
        {
            var page = await engine.Board.FindAsync(new JobQuery(Kind: "rare", Before: before), Cancel);
            found.AddRange(page.Jobs);
            (before, searches) = (page.Stop, searches + 1);
        } while (before is not null);

        Assert.Equal("rare", Assert.Single(found).Kind);
        Assert.Equal((50_000 / JobSearch.Window) + 1, searches);
    }

    [Theory]
    [InlineData(null, "job_data_public_id_key")]
    [InlineData(JobState.Failed, "job_failed")]
    [InlineData(JobState.Cancelled, "job_cancelled")]
    [InlineData(JobState.Succeeded, "job_data_public_id_key")]
    public async Task A_search_walks_an_index_in_the_order_of_the_list(JobState? state, string index)
    {
        await using var engine = await CrowdedAsync();
        var before = Guid.Parse("01980000-0000-7000-8000-000000002000");
        foreach (var query in (JobQuery[])[new(State: state), new(State: state, Before: before, Text: "lost")])
        {
            var plan = await PlanAsync(engine, query, few: false);
            Assert.Contains($"Scan Backward using {index}", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan on job ", plan, StringComparison.Ordinal);
        }
        var owned = await PlanAsync(engine, new(Engine.Other(1), state), few: false);
        Assert.DoesNotContain("Seq Scan on job ", owned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_few_that_run_or_wait_are_read_from_the_indexes_that_hold_nothing_else()
    {
        await using var engine = await CrowdedAsync();
        foreach (var state in (JobState[])[JobState.Running, JobState.Queued])
            Assert.DoesNotContain(
                "Seq Scan on job ",
                await PlanAsync(engine, new(State: state), few: true),
                StringComparison.Ordinal
            );
        var waiting = await engine.EnqueueAsync("waiting", o => o with { RunAt = DateTimeOffset.MaxValue });
        var found = await engine.Board.FindAsync(new JobQuery(State: JobState.Queued, Text: "TEST"), Cancel);
        Assert.Equal(waiting.PublicId, Assert.Single(found.Jobs).Id);
        Assert.Null(found.Stop);
    }

    private async Task<Engine> CrowdedAsync()
    {
        var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await engine.ExecuteAsync(Crowd);
        return engine;
    }

    private static async Task<string> PlanAsync(Engine engine, JobQuery query, bool few)
    {
        await using var command = engine.Database.CreateCommand();
        new JobSearch(command, query).Write(few);
        command.CommandText = "explain " + command.CommandText;
        await using var row = await command.ExecuteReaderAsync(Cancel);
        var lines = new List<string>();
        while (await row.ReadAsync(Cancel))
            lines.Add(row.GetString(0));
        return string.Join('\n', lines);
    }
}
