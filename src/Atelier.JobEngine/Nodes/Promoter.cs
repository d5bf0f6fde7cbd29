using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Lets held jobs into the queue when their key has a place for them. Places are counted under a lock of the key, not
/// kept as a number, so no crash can lose one and no two nodes give the same one away. Never inside the transactions of
/// claims and callers: a key that many share must not hold up their lanes.
/// </summary>
internal sealed class Promoter(EngineParts parts)
{
    private const string Lock = $"""
        select k.id, {Bounds.Transaction} from jobs.job_key k
        where k.id = any ($1)
          and exists (select from jobs.job j where j.held_by = k.id and j.state = 6 and j.deps = 0)
        order by k.id for no key update
        """;

    private const string Promote = """
        with k as materialized (
            select k.id, k.cap
                - (select count(*) from jobs.job j where j.key_id = k.id and j.key_id is not null and j.state in (1, 2))
                - (select count(*) from jobs.job j where j.owner_key_id = k.id and j.owner_key_id is not null
                   and (j.state in (1, 2) or j.state = 6 and j.held_by <> j.owner_key_id)) as free
            from jobs.job_key k where k.id = any ($1)),
        c as materialized (
            select next.id from k cross join lateral (
                select j.id from jobs.job j where j.held_by = k.id and j.state = 6 and j.deps = 0
                order by j.priority, j.vt, j.id limit greatest(k.free, 0) for update skip locked) next),
        u as (
            update jobs.job j set
                state = case when j.held_by <> j.key_id then 6 else 1 end,
                held_by = case when j.held_by <> j.key_id then j.key_id end,
                vt = greatest(j.vt, (select l.floor[j.priority + 1] from jobs.lane l where l.id = j.lane_id))
            from c where j.id = c.id
            returning j.lane_id, j.state, j.held_by)
        select distinct lane_id, state, held_by from u
        """;

    private readonly Lock _lock = new();
    private readonly Bell _bell = new(parts.Time);
    private HashSet<int> _keys = [];

    public void Look(IEnumerable<int> keys)
    {
        var any = false;
        lock (_lock)
            foreach (var key in keys)
                any |= _keys.Add(key);
        if (any)
            _bell.Ring();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            HashSet<int> keys;
            lock (_lock)
                (keys, _keys) = (_keys, []);
            try
            {
                if (keys.Count > 0)
                    await PromoteAsync([.. keys.Order()], stop);
                else
                    await _bell.WaitAsync(TimeSpan.FromHours(1), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
            catch (Exception problem)
            {
                // The sweep looks at every line again.
                parts.Log.LogDebug(problem, "The lines of {Count} keys were not looked at.", keys.Count);
            }
        }
    }

    private async Task PromoteAsync(int[] keys, CancellationToken cancel)
    {
        await using var connection = await parts.Database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var locked = new List<int>();
        await using (var command = new NpgsqlCommand(Lock, connection, transaction))
        {
            command.CommandTimeout = Bounds.Seconds;
            command.Parameters.Add(Sql.Array(keys, NpgsqlDbType.Integer));
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
                locked.Add(row.GetInt32(0));
        }
        if (locked.Count == 0)
            return;
        // Counted by a statement of its own: it sees what was committed while the lock was waited for.
        var lanes = new List<short>();
        var next = new List<int>();
        await using (var command = new NpgsqlCommand(Promote, connection, transaction))
        {
            command.CommandTimeout = Bounds.Seconds;
            command.Parameters.Add(Sql.Array(locked, NpgsqlDbType.Integer));
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
                if (row.GetInt16(1) == StoredState.Ready)
                    lanes.Add(row.GetInt16(0));
                else
                    next.Add(row.GetInt32(2));
        }
        await transaction.CommitAsync(cancel);
        foreach (var lane in lanes)
            parts.Notices.Work(lane);
        Look(next);
    }
}
