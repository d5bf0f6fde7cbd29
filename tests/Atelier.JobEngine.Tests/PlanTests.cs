using System.Globalization;
using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Tests.Support;
using Npgsql;

namespace Atelier.JobEngine.Tests;

/// <summary>What would make the queue slow as it grows, held off by looking at plans and sessions.</summary>
public sealed class PlanTests : EngineTest
{
    // Nothing runs while the statistics are taken: the index of running rows looks free, as it does on a quiet morning.
    private const string History = """
        insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, max_attempts, run_at, vt)
        select uuidv7(), '01980000-0000-7000-8000-00000000aaaa', 1, 1, case when n % 500 = 0 then 1 else 3 end, 3, now(), n
        from generate_series(1, 50000) n;
        analyze jobs.job;
        -- With the statement's own parameters, unbound: the plan that a prepared one gets.
        create function plan_of(statement text) returns text language plpgsql as $$
        declare line text; lines text := '';
        begin
            for line in execute 'explain (generic_plan) ' || statement loop lines := lines || line || E'\n'; end loop;
            return lines;
        end $$;
        """;

    [Fact]
    public async Task Finishing_goes_by_the_primary_key()
    {
        var plan = await PlanAsync(LaneStatements.Finish);
        Assert.Contains("job_pkey", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("job_running", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_walks_the_ready_jobs_in_their_order_also_behind_a_mark()
    {
        foreach (var claim in (string[])[LaneStatements.ClaimAll, LaneStatements.ClaimBehind])
        {
            var plan = await PlanAsync(claim);
            Assert.Contains("job_ready", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("job_running", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan on job ", plan, StringComparison.Ordinal);
        }
        Assert.Matches(@"Index Cond: .*ROW\(priority, vt, id\) >", await PlanAsync(LaneStatements.ClaimBehind));
    }

    [Fact]
    public async Task Who_is_gone_is_told_without_gathering_all_running_jobs()
    {
        var plan = await PlanAsync(Sweeper.Tell);
        Assert.Contains("job_running", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("hashed SubPlan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owners_next_turn_is_one_step_into_an_index()
    {
        var plan = await PlanAsync(
            """
            select j.vt + 1 from jobs.job j
            where j.owner_id = $1 and j.lane_id = $2 and j.priority = $3 and j.vt >= $4 and j.state in (0, 1, 6)
            order by j.vt desc limit 1
            """
        );
        Assert.Contains("Index Only Scan Backward using job_waiting", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_listens_with_one_session_however_many_lanes_it_has()
    {
        static void Lanes(JobEngineOptions options)
        {
            for (var lane = 0; lane < 8; lane++)
                options.Lanes[$"lane {lane}"] = 1;
        }
        await using var one = await Engine.StartAsync(Database, (_, _, _) => Nothing, Lanes);
        await using var two = await Engine.StartAsync(Database, (_, _, _) => Nothing, Lanes);
        foreach (var engine in (Engine[])[one, two])
            await engine.EndOfAsync((await engine.EnqueueAsync()).PublicId);
        await one.UntilTrueAsync(
            $"""
            select count(*) = 2 from pg_stat_activity
            where datname = current_database() and application_name = '{Listener.Name}'
            """
        );
    }

    [Fact]
    public async Task Telling_others_does_not_wait_for_the_disk()
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        await using var connection = await engine.Database.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await ScalarAsync("set local synchronous_commit = on");
        await ScalarAsync(Notices.Send, new NpgsqlParameter { Value = Array.Empty<string>() });
        Assert.Equal("off", await ScalarAsync("show synchronous_commit"));

        async Task<object?> ScalarAsync(string sql, params NpgsqlParameter[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            command.Parameters.AddRange(values);
            return await command.ExecuteScalarAsync(Cancel);
        }
    }

    [Fact]
    public async Task Keeping_a_lease_writes_to_the_node_and_not_to_its_jobs()
    {
        var (inside, goOn) = (Signal(), Signal());
        await using var engine = await Engine.StartAsync(
            Database,
            async (_, _, _) =>
            {
                inside.SetResult();
                await goOn.Task;
                return null;
            }
        );
        var ticket = await engine.EnqueueAsync();
        await SoonAsync(inside.Task);
        var before = await engine.ScalarAsync<string>("select xmin::text || ctid::text from jobs.job");
        var lease = await engine.ScalarAsync<DateTime>("select lease_until from jobs.node");
        var seconds = lease.AddSeconds(1).ToString("O", CultureInfo.InvariantCulture);
        await engine.UntilTrueAsync($"select lease_until > '{seconds}' from jobs.node");
        Assert.Equal(before, await engine.ScalarAsync<string>("select xmin::text || ctid::text from jobs.job"));
        goOn.SetResult();
        await engine.EndOfAsync(ticket.PublicId);
    }

    private async Task<string> PlanAsync(string statement)
    {
        await using var engine = await Engine.StartAsync(Database, (_, _, _) => Nothing, o => o.Work = false);
        if (await engine.ScalarAsync<long>("select count(*) from jobs.job") == 0)
            await engine.ExecuteAsync(History);
        return await engine.ScalarAsync<string>($"select plan_of($statement${statement}$statement$)");
    }
}
