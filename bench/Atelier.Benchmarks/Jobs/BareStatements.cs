using System.Diagnostics;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>
/// The least that a queue on PostgreSQL does for a pick-up: one durable insert in a transaction with its notice, and a claim of
/// one row on another connection. What an engine takes longer is its own; what this takes is the database's and its disk's.
/// </summary>
internal sealed class BareStatements(NpgsqlDataSource database)
{
    private const string Tables =
        "create table bare (id bigint generated always as identity primary key, taken int not null default 0)";

    private const string Insert =
        "with i as (insert into bare default values returning id) select pg_notify('bare', id::text) from i";

    private const string Claim = "update bare set taken = 1 where id = $1 returning id";

    /// <returns>Milliseconds from before the insert until the row is claimed, each time.</returns>
    public async Task<double[]> PickupAsync(int times)
    {
        await using (var make = database.CreateCommand(Tables))
            await make.ExecuteNonQueryAsync();
        await using var listening = await database.OpenConnectionAsync();
        await using var claiming = await database.OpenConnectionAsync();
        await using (var listen = new NpgsqlCommand("listen bare", listening))
            await listen.ExecuteNonQueryAsync();
        await using (var hastily = new NpgsqlCommand("set synchronous_commit = off", claiming))
            await hastily.ExecuteNonQueryAsync();
        long inserted = 0;
        listening.Notification += (_, notice) => inserted = long.Parse(notice.Payload, null);
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(Throughput.Apart(i));
            var asked = Stopwatch.GetTimestamp();
            var heard = listening.WaitAsync();
            await InsertAsync();
            await heard;
            await using var claim = new NpgsqlCommand(Claim, claiming) { Parameters = { new() { Value = inserted } } };
            await claim.PrepareAsync();
            await claim.ExecuteScalarAsync();
            took[i] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        }
        return took;
    }

    private async Task InsertAsync()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(Insert, connection, transaction);
        await insert.PrepareAsync();
        await insert.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
