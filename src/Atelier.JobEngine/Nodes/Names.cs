using System.Collections.Concurrent;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Ids of kinds and lanes by name. Remembered only when written by ourselves, at the start: what a caller's
/// transaction adds may be rolled back with it, and taking a second connection while holding one can lock up a pool.
/// </summary>
internal sealed class Names(NpgsqlDataSource database, HandlerCatalog handlers)
{
    private readonly ConcurrentDictionary<(string Table, string Name), short> _known = [];

    /// <summary>Writes down every kind and lane of this process.</summary>
    public async Task<Registered> RegisterAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var kinds = new Dictionary<short, string>();
        foreach (var kind in handlers.Kinds)
            kinds[_known[("kind", kind)] = await FindOrAddAsync(connection, null, "kind", kind, cancel)] = kind;
        var lanes = new Dictionary<short, int>();
        foreach (var (lane, slots) in handlers.Lanes)
        {
            var id = _known[("lane", lane)] = await FindOrAddAsync(connection, null, "lane", lane, cancel);
            lanes[id] = slots;
        }
        return new Registered(lanes, kinds);
    }

    /// <param name="table">kind or lane.</param>
    public async ValueTask<short> IdAsync(
        string table,
        string name,
        NpgsqlTransaction caller,
        CancellationToken cancel
    ) =>
        _known.TryGetValue((table, name), out var id)
            ? id
            : await FindOrAddAsync(caller.Connection!, caller, table, name, cancel);

    private static async Task<short> FindOrAddAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string table,
        string name,
        CancellationToken cancel
    )
    {
        // Looked up first: an insert that conflicts would use up one of 32,767 ids.
        var find = $"select id from jobs.{table} where name = $1";
        var add = $"insert into jobs.{table} (name) values ($1) on conflict do nothing returning id";
        return (short)(await ScalarAsync(find) ?? await ScalarAsync(add) ?? await ScalarAsync(find))!;

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            command.Parameters.Add(new() { Value = name });
            return await command.ExecuteScalarAsync(cancel);
        }
    }
}

/// <summary>What a process can do, by the ids of the hot rows.</summary>
/// <param name="Lanes">With the slots of each.</param>
internal sealed record Registered(IReadOnlyDictionary<short, int> Lanes, IReadOnlyDictionary<short, string> Kinds)
{
    public static Registered Nothing { get; } = new(new Dictionary<short, int>(), new Dictionary<short, string>());
}
