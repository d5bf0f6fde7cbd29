using System.Globalization;
using Atelier.JobEngine;
using Atelier.Platform;
using Atelier.Platform.Database.Postgres;
using Npgsql;

namespace Atelier.Benchmarks.Chaos;

/// <summary>A durable PostgreSQL of the run's own, which can be struck down and comes back at the same address.</summary>
internal sealed class ChaosDatabase : IAsyncDisposable
{
    // No keys on what jobs write in their steps: a second row must be found, not prevented.
    private const string Tables = """
        create schema chaos;
        create table chaos.ordered (job uuid not null);
        create table chaos.inside (job bigint not null, step text not null, fence int not null);
        create table chaos.outside (job bigint, step text, times int not null default 1, primary key (job, step));
        create table chaos.tried (job bigint not null);
        """;

    private readonly EmbeddedPostgres _postgres;
    private readonly string _data;

    private ChaosDatabase(EmbeddedPostgres postgres, string data)
    {
        (_postgres, _data) = (postgres, data);
        Source = NpgsqlDataSource.Create(postgres.ConnectionString);
    }

    /// <summary>Past all proxies, for whoever judges.</summary>
    public NpgsqlDataSource Source { get; }

    public NpgsqlConnectionStringBuilder Address => new(_postgres.ConnectionString);

    public static async Task<ChaosDatabase> StartAsync(string scratch)
    {
        var folder = Path.Combine(scratch, "postgres");
        var postgres = await EmbeddedPostgres.StartAsync(new(PacksFolder.Find()!, folder), CancellationToken.None);
        var database = new ChaosDatabase(postgres, Path.Combine(folder, "data"));
        foreach (var (_, sql) in JobEngineMigrations.All)
            await database.ExecuteAsync(sql);
        await database.ExecuteAsync(Tables);
        return database;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value, or the zero of its type where there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>What <c>pg_ctl stop -m immediate</c> does, by the same signal, and a start.</summary>
    public async Task RestartAsync()
    {
        var first = File.ReadLines(Path.Combine(_data, "postmaster.pid")).First();
        await Signals.SendAsync(int.Parse(first, CultureInfo.InvariantCulture), "QUIT");
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (await _postgres.ReviveAsync(CancellationToken.None))
                    break;
            }
            catch (EmbeddedPostgresException) when (tries < 100)
            {
                // The last children of the old server still hold its memory.
            }
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
