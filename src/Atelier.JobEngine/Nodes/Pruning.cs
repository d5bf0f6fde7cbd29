using Atelier.JobEngine.Batches;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>Deletes what is older than it is kept: finished jobs in small batches, history by the day.</summary>
internal static class Pruning
{
    private const string Jobs = """
        with old as (
            select id from jobs.job where state in (3, 4, 5) and finished_at < clock_timestamp() - $1
            order by id limit 1000 for update skip locked),
        e as (delete from jobs.job_event where job_id in (select id from old)),
        s as (delete from jobs.job_step where job_id in (select id from old)),
        d as (delete from jobs.job_data where job_id in (select id from old))
        delete from jobs.job where id in (select id from old)
        """;

    private const string Nodes = """
        delete from jobs.node n where coalesce(stopped_at, lost_at) < clock_timestamp() - interval '1 day'
            and not exists (select from jobs.job j where j.state = 2 and j.node_id = n.id)
        """;

    private const string Tallies = "delete from jobs.tally where at < clock_timestamp() - interval '8 days'";

    public static async Task RunAsync(NpgsqlConnection connection, int keepDays, CancellationToken cancel)
    {
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            // Waiting long for a whole table would make everybody else wait behind us.
            await RunAsync(connection, "set local lock_timeout = '2s'", null, cancel);
            await RunAsync(connection, "select pg_advisory_xact_lock($1, -1)", Listener.LockClass, cancel);
            await RunAsync(connection, "select jobs.keep_days(7, $1)", keepDays, cancel);
            await transaction.CommitAsync(cancel);
        }
        while (await RunAsync(connection, Jobs, TimeSpan.FromDays(keepDays), cancel) > 0) { }
        await RunAsync(connection, Nodes, null, cancel);
        await RunAsync(connection, Tallies, null, cancel);
        await RunAsync(connection, JobBatches.UnusedLimits, null, cancel);
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection,
        string sql,
        object? argument,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (argument is not null)
            command.Parameters.Add(new() { Value = argument });
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
