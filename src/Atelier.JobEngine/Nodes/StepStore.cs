using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Nodes;

/// <summary>Reads and writes the finished steps of jobs this node holds.</summary>
internal sealed class StepStore(NpgsqlDataSource database, Silence silence, Notices notices, TimeProvider time)
{
    /// <summary>Before the node's id: how its steps' transactions are called in pg_stat_activity.</summary>
    public const string StepsOf = "atelier steps of node ";

    private const string Save = $"""
        with held as (
            update jobs.job set event_seq = event_seq + 1 where id = $1 and fence = $2 and node_id = $3
            returning id, event_seq),
        s as (
            insert into jobs.job_step (job_id, name, seq, fence, result, ms)
            select id, $4, event_seq, $2, $5, $6 from held),
        e as (
            insert into jobs.job_event (job_id, seq, type, data)
            select id, event_seq, 4, json_build_object('name', $4::text, 'milliseconds', $6::int) from held)
        select event_seq, {Bounds.Silence} from held
        """;

    private const string Saved = """
        select s.seq from jobs.job_step s join jobs.job j on j.id = s.job_id
        where j.id = $1 and j.fence = $2 and j.node_id = $3 and s.name = $4 and s.fence = $2
        """;

    public async Task<ConcurrentDictionary<string, string?>> ReadAsync(ClaimedJob job, CancellationToken cancel)
    {
        var steps = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        if (job.Fence == 1)
            return steps; // never claimed before
        await RideOutAsync(
            async () =>
            {
                await using var command = database.CreateCommand(
                    "select name, result::text from jobs.job_step where job_id = $1"
                );
                command.CommandTimeout = Bounds.Seconds;
                command.Parameters.Add(new() { Value = job.Id });
                await using var row = await command.ExecuteReaderAsync(cancel);
                while (await row.ReadAsync(cancel))
                    steps[row.GetString(0)] = row.Text(1);
                return true;
            },
            cancel
        );
        return steps;
    }

    /// <summary>Stores a step on its own, riding out a database that is away until the lease is lost.</summary>
    public async Task SaveAsync(JobRun run, string name, string result, TimeSpan took, CancellationToken cancel)
    {
        var unsure = false;
        var seq = await RideOutAsync(
            async () =>
            {
                await using var connection = await database.OpenConnectionAsync(cancel);
                if (unsure && await SavedAsync(connection, run.Claim, name, cancel) is { } already)
                    return already;
                try
                {
                    return await SaveAsync(connection, null, run.Claim, name, result, took, cancel);
                }
                catch (PostgresException twice) when (unsure && twice.SqlState == PostgresErrorCodes.UniqueViolation)
                {
                    // The first try was still on its way when we looked for it.
                    return await SavedAsync(connection, run.Claim, name, cancel) ?? throw new JobLostException();
                }
                finally
                {
                    unsure = true;
                }
            },
            cancel
        );
        notices.Event(run.Id, seq);
    }

    /// <summary>Stores a step in the transaction its work wrote in, and commits both.</summary>
    public async Task<T> SaveWithAsync<T>(
        JobRun run,
        string name,
        Func<NpgsqlTransaction, Task<(T Result, string Json)>> work,
        Func<TimeSpan> took,
        CancellationToken cancel
    )
    {
        await using var connection = await RideOutAsync(() => database.OpenConnectionAsync(cancel).AsTask(), cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await NameAsync(transaction, run.Claim.NodeId, cancel);
        var (result, json) = await work(transaction);
        var seq = await SaveAsync(connection, transaction, run.Claim, name, json, took(), cancel);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(Bounds.Seconds), time);
            await transaction.CommitAsync(limit.Token); // the run's own token must not stop it half way
        }
        catch (Exception problem) when (Outage.Is(problem) || problem is OperationCanceledException)
        {
            silence.Suspect(problem);
            // The commit may have arrived although its answer did not.
            if (!await RideOutAsync(() => IsSavedAsync(run.Claim, name, cancel), cancel))
                throw new TimeoutException("The commit of a step was not answered.", problem);
        }
        notices.Event(run.Id, seq);
        return result;
    }

    /// <summary>Whoever takes this node for dead ends its transactions by this name; they hold rows the next run needs.</summary>
    public static async Task NameAsync(NpgsqlTransaction transaction, int node, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select set_config('application_name', $1, true)",
            transaction.Connection,
            transaction
        );
        command.Parameters.Add(new() { Value = StepsOf + node });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<int> SaveAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        ClaimedJob job,
        string name,
        string result,
        TimeSpan took,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Save, connection, transaction) { CommandTimeout = Bounds.Seconds };
        Identify(command, job, name);
        command.Parameters.Add(new() { Value = result, NpgsqlDbType = NpgsqlDbType.Json });
        command.Parameters.Add(new() { Value = (int)Math.Min(took.TotalMilliseconds, int.MaxValue) });
        return await command.ExecuteScalarAsync(cancel) is int seq ? seq : throw new JobLostException();
    }

    private async Task<bool> IsSavedAsync(ClaimedJob job, string name, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await SavedAsync(connection, job, name, cancel) is not null;
    }

    private static async Task<int?> SavedAsync(
        NpgsqlConnection connection,
        ClaimedJob job,
        string name,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Saved, connection) { CommandTimeout = Bounds.Seconds };
        Identify(command, job, name);
        return await command.ExecuteScalarAsync(cancel) as int?;
    }

    private static void Identify(NpgsqlCommand command, ClaimedJob job, string name)
    {
        command.Parameters.Add(new() { Value = job.Id });
        command.Parameters.Add(new() { Value = job.Fence });
        command.Parameters.Add(new() { Value = job.NodeId });
        command.Parameters.Add(new() { Value = name });
    }

    private async Task<T> RideOutAsync<T>(Func<Task<T>> act, CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await act();
            }
            catch (Exception problem) when (Outage.Is(problem) && !cancel.IsCancellationRequested)
            {
                silence.Suspect(problem);
                var wait = Backoff.After(
                    failures,
                    TimeSpan.FromMilliseconds(50),
                    TimeSpan.FromSeconds(1),
                    (ulong)failures
                );
                await Task.Delay(wait, time, cancel);
            }
        }
    }
}
