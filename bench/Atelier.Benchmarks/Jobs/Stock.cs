using System.Diagnostics;
using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Fills the tables by SQL, and claims from them by the engine's own statement.</summary>
internal sealed class Stock(NpgsqlDataSource database)
{
    private const int Owners = 1000;

    private const string Fill = """
        with j as (
            insert into jobs.job (public_id, owner_id, kind_id, lane_id, state, vt, max_attempts, run_at, attempt, fence,
                                  event_seq, started_at, finished_at)
            select uuidv7(), ('00000000-0000-0000-0008-' || lpad(to_hex(n % $3), 12, '0'))::uuid, k.id, l.id, $2, n / $3, 3,
                   now(), 0, 0, case $2 when 3 then 3 else 1 end, case $2 when 3 then now() end, case $2 when 3 then now() end
            from generate_series(1, $1) n, jobs.kind k, jobs.lane l
            where k.name = $4 and l.name = 'default'
            returning id, public_id, owner_id),
        e as (insert into jobs.job_event (job_id, seq, type, attempt, fence, began_seq, started_at, outcome)
              select id, 3, 9, 1, 1, 2, now(), 0 from j where $2 = 3)
        insert into jobs.job_data (job_id, public_id, owner_id, args) select id, public_id, owner_id, '{"asked":0}' from j
        """;

    public Task<Answer> QueueAsync(int jobs) => FillAsync(jobs, StoredState.Ready);

    public Task<Answer> FinishedAsync(int jobs) => FillAsync(jobs, StoredState.Done);

    /// <summary>Claims ten jobs so many times, for a node that is only a row.</summary>
    public async Task<Answer> ClaimsAsync(int times)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using (var mode = new NpgsqlCommand("set plan_cache_mode = force_generic_plan", connection))
            await mode.ExecuteNonQueryAsync();
        await using var register = new NpgsqlCommand(
            "insert into jobs.node (name, lanes, lease_until) values ('bench', '{}', now() + interval '1 hour') returning id",
            connection
        );
        var node = (int)(await register.ExecuteScalarAsync())!;
        await using var place = new NpgsqlCommand(
            "select (select id from jobs.lane where name = 'default'), (select array_agg(id) from jobs.kind)",
            connection
        );
        var (lane, kinds) = await ReadAsync(place);
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            await using var claim = new NpgsqlBatch(connection);
            claim.BatchCommands.Add(
                new(LaneStatements.ClaimAll)
                {
                    Parameters =
                    {
                        new() { Value = node },
                        new() { Value = lane },
                        new() { Value = 10 },
                        new() { Value = kinds },
                    },
                }
            );
            await claim.PrepareAsync();
            var begun = Stopwatch.GetTimestamp();
            await claim.ExecuteNonQueryAsync();
            took[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        return new Answer(Took: took);
    }

    private static async Task<(short Lane, short[] Kinds)> ReadAsync(NpgsqlCommand place)
    {
        await using var row = await place.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt16(0), row.GetFieldValue<short[]>(1));
    }

    private async Task<Answer> FillAsync(int jobs, short state)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var fill = new NpgsqlCommand(Fill, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = jobs },
                new() { Value = state },
                new() { Value = Owners },
                new() { Value = NoOp.Kind },
            },
        };
        await fill.ExecuteNonQueryAsync();
        await using var settle = new NpgsqlCommand("vacuum analyze jobs.job", connection) { CommandTimeout = 0 };
        await settle.ExecuteNonQueryAsync();
        return new Answer();
    }
}
