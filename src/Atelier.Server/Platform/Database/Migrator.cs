using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>
/// Brings the schema up to date: all pending files in one transaction under one lock, so that nodes starting at once
/// migrate once, and a failing file leaves everything as it was.
/// </summary>
internal sealed class Migrator(NpgsqlDataSource database, IEnumerable<MigrationSet> sets, ILogger<Migrator> log)
{
    private const long Lock = 0x41_54_45_4C_49_45_52; // "ATELIER"

    private const string Journal = """
        create schema if not exists platform;
        create table if not exists platform.migration (
            module text not null,
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now(),
            primary key (module, name)
        );
        """;

    /// <exception cref="MigrationException">A file changed after it ran, is unknown here, or failed.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Lock})", cancel);
        await ExecuteAsync(connection, Journal, cancel);

        var applied = await ReadJournalAsync(connection, cancel);
        foreach (var file in sets.SelectMany(set => set.Files))
            if (!applied.Remove((file.Module, file.Name), out var checksum))
                await ApplyAsync(connection, file, cancel);
            else if (checksum != file.Checksum)
                throw new MigrationException(
                    $"The migration {file.Module}/{file.Name} was edited after it had run. Put it back and add a new file instead."
                );
        if (applied.Count > 0)
            throw new MigrationException(
                $"The database has migrations this studio does not know ({Name(applied.Keys.First())}): it was made by a newer one."
            );
        await transaction.CommitAsync(cancel);
        // Types that a migration brought are not known to connections opened before.
        await connection.ReloadTypesAsync(cancel);
    }

    /// <summary>How many files have yet to run: 0 when the schema is this program's.</summary>
    public async Task<int> CountPendingAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var applied = await ReadJournalAsync(connection, cancel);
        return sets.SelectMany(set => set.Files).Count(file => !applied.ContainsKey((file.Module, file.Name)));
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration file, CancellationToken cancel)
    {
        try
        {
            await ExecuteAsync(connection, file.Sql, cancel);
        }
        catch (PostgresException e)
        {
            throw new MigrationException($"The migration {file.Module}/{file.Name} failed: {e.MessageText}", e);
        }
        await using var note = new NpgsqlCommand(
            "insert into platform.migration (module, name, checksum) values ($1, $2, $3)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = file.Module },
                new() { Value = file.Name },
                new() { Value = file.Checksum },
            },
        };
        await note.ExecuteNonQueryAsync(cancel);
        log.LogInformation("Migrated {Module}/{File}", file.Module, file.Name);
    }

    private static async Task<Dictionary<(string Module, string Name), string>> ReadJournalAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var read = new NpgsqlCommand("select module, name, checksum from platform.migration", connection);
        await using var rows = await read.ExecuteReaderAsync(cancel);
        var journal = new Dictionary<(string, string), string>();
        while (await rows.ReadAsync(cancel))
            journal.Add((rows.GetString(0), rows.GetString(1)), rows.GetString(2));
        return journal;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Name((string Module, string Name) file) => $"{file.Module}/{file.Name}";
}

/// <summary>The schema cannot be brought to what this program needs; the message says which file and why.</summary>
internal sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
