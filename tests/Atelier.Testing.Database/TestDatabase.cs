using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Atelier.Testing.Database;

/// <summary>A fresh database of a test class's own, cloned from a template that is prepared once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int s_count;

    private TestDatabase(string connectionString) =>
        (ConnectionString, Source) = (connectionString, NpgsqlDataSource.Create(connectionString));

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>An empty database.</summary>
    public static Task<TestDatabase> CreateAsync() => CreateAsync("empty", _ => Task.CompletedTask);

    /// <param name="template">Names the preparation: the same name is prepared once per run.</param>
    /// <param name="prepare">Given the template's connection string; runs the migrations.</param>
    public static async Task<TestDatabase> CreateAsync(string template, Func<string, Task> prepare)
    {
        var ready = Templates.GetOrAdd(template, name => new(() => PrepareAsync(name, prepare)));
        return new(await NewAsync($" TEMPLATE {await ready.Value}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await using var admin = new NpgsqlConnection(await TestPostgres.ConnectionStringAsync());
        await admin.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", admin);
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<string> PrepareAsync(string template, Func<string, Task> prepare)
    {
        var connectionString = await NewAsync(" TEMPLATE template0");
        await prepare(connectionString);
        // A pooled connection left in the template would keep it from being cloned.
        await using (var pooled = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(pooled);
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task<string> NewAsync(string from)
    {
        var address = new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync());
        var number = Interlocked.Increment(ref s_count).ToString(CultureInfo.InvariantCulture);
        var name = $"test_{Environment.ProcessId}_{number}";
        await using var admin = new NpgsqlConnection(address.ConnectionString);
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{from}", admin);
        await create.ExecuteNonQueryAsync();
        address.Database = name;
        address.MaxPoolSize = 20;
        return address.ConnectionString;
    }
}
