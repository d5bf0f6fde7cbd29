using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>What a piece of work costs the servers, and what others took from the machine meanwhile.</summary>
internal sealed class Meter(NpgsqlDataSource database, int postgres, int redis)
{
    public static async Task<Meter> CreateAsync(NpgsqlDataSource database, int redis)
    {
        var backend = await ScalarAsync(database, "select pg_backend_pid()");
        return new Meter(database, CpuTime.ParentOf((int)backend), redis);
    }

    public async Task<Cost> MeasureAsync(int client, Func<Task> work)
    {
        var before = await ReadAsync(client);
        await work();
        var after = await ReadAsync(client);
        var (server, machine) = (after.Server - before.Server, after.Machine - before.Machine);
        var seconds = Stopwatch.GetElapsedTime(before.At, after.At).TotalSeconds;
        var foreign = (machine - server - (after.Client - before.Client)) / seconds;
        return new Cost(after.Wal - before.Wal, server, Math.Max(0, foreign));
    }

    private async Task<Reading> ReadAsync(int client) =>
        new(
            Stopwatch.GetTimestamp(),
            await ScalarAsync(database, "select pg_current_wal_insert_lsn() - '0/0'"),
            CpuTime.OfTree(postgres) + CpuTime.OfTree(redis),
            CpuTime.OfTree(client),
            CpuTime.OfMachine()
        );

    private static async Task<long> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private readonly record struct Reading(long At, long Wal, double Server, double Client, double Machine);
}

/// <param name="Server">Seconds of CPU of PostgreSQL and Redis.</param>
/// <param name="Foreign">Cores busy with neither the servers nor the engine.</param>
internal readonly record struct Cost(long Wal, double Server, double Foreign);
