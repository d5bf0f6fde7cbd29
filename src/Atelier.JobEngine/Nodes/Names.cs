using System.Collections.Concurrent;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Kinds and lanes by name. A new name is written on a connection of its own: the caller's transaction may roll back,
/// and an id remembered from it would point nowhere.
/// </summary>
internal sealed class Names(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<(string Table, string Name), short> _known = [];

    public ValueTask<short> KindAsync(string name, CancellationToken cancel) => IdAsync("kind", name, cancel);

    public ValueTask<short> LaneAsync(string name, CancellationToken cancel) => IdAsync("lane", name, cancel);

    private ValueTask<short> IdAsync(string table, string name, CancellationToken cancel) =>
        _known.TryGetValue((table, name), out var id) ? new(id) : new(ReadAsync(table, name, cancel));

    private async Task<short> ReadAsync(string table, string name, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // Looked up first: an insert that conflicts would use up one of 32,767 ids.
        var find = $"select id from jobs.{table} where name = $1";
        var add = $"insert into jobs.{table} (name) values ($1) on conflict do nothing returning id";
        var id = await ScalarAsync(find) ?? await ScalarAsync(add) ?? await ScalarAsync(find);
        return _known[(table, name)] = (short)id!;

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
            return await command.ExecuteScalarAsync(cancel);
        }
    }
}
