using System.Data;
using Atelier.Audit.Contracts;
using Npgsql;

namespace Atelier.Audit;

/// <summary>Whether the audit trail is as it was written.</summary>
/// <param name="Sealed">How many entries the chain holds.</param>
/// <param name="Unsealed">How many wait to be chained; they are not checked.</param>
/// <param name="Head">The last hash. Written down elsewhere, it also proves that the whole chain was not made anew.</param>
/// <param name="Broken">What is wrong, at the first place where something is.</param>
public sealed record AuditVerdict(bool Intact, long Sealed, long Unsealed, string Head, string? Broken);

/// <summary>Walks the chain from its beginning and computes every hash again.</summary>
internal sealed class AuditCheck(NpgsqlDataSource database) : IAuditProof
{
    private const string Chain = """
        select s.number, s.entry_id, s.hash,
               e.id, e.at, e.action, e.outcome, e.actor_id, e.subject_kind, e.subject_id, e.address, e.details::text
        from audit.seal s left join audit.entry e on e.id = s.entry_id
        order by s.number
        """;

    private const string Loose = """
        select e.id from audit.entry e
        where not exists (select from audit.seal s where s.entry_id = e.id)
          and not exists (select from audit.unsealed u where u.entry_id = e.id)
        order by e.id limit 1
        """;

    public async Task<AuditVerdict> RunAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // One snapshot: what is sealed meanwhile belongs to the next check.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (count, hash, broken) = await WalkAsync(connection, cancel);
        var unsealed = (long)(await ScalarAsync(connection, "select count(*) from audit.unsealed", cancel))!;
        if (broken is null && await ScalarAsync(connection, Loose, cancel) is long loose)
            broken = $"Entry {loose} was added past the trail.";
        var head = (string)(
            await ScalarAsync(connection, "select number || ':' || encode(hash, 'hex') from audit.head", cancel) ?? ""
        );
        if (broken is null && head != $"{count}:{Convert.ToHexStringLower(hash)}")
            broken = $"The chain ends after {count} entries, and not where it was last sealed: its end is gone.";
        return new AuditVerdict(broken is null, count, unsealed, Convert.ToHexStringLower(hash), broken);
    }

    public async Task<string?> PrintAsync(TextWriter output, CancellationToken cancel)
    {
        var verdict = await RunAsync(cancel);
        await output.WriteLineAsync(
            $"{verdict.Sealed} entries in the chain, {verdict.Unsealed} not yet; head {verdict.Head}"
        );
        return verdict.Broken;
    }

    private static async Task<(long Count, byte[] Hash, string? Broken)> WalkAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var chain = new NpgsqlCommand(Chain, connection) { CommandTimeout = 0 };
        await using var row = await chain.ExecuteReaderAsync(cancel);
        var (count, hash) = (0L, new byte[32]);
        while (await row.ReadAsync(cancel))
        {
            var entry = row.GetInt64(1);
            if (row.GetInt64(0) != count + 1)
                return (count, hash, $"A link is missing from the chain after {count} entries.");
            if (row.IsDBNull(3))
                return (count, hash, $"Entry {entry} was removed.");
            var next = Read(row).HashAfter(hash);
            if (!next.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(2)))
                return (count, hash, $"Entry {entry}, or its link, was changed.");
            (count, hash) = (count + 1, next);
        }
        return (count, hash, null);
    }

    private static AuditLine Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetString(5),
            row.GetString(6),
            row.IsDBNull(7) ? null : row.GetGuid(7),
            Text(row, 8),
            row.IsDBNull(9) ? null : row.GetGuid(9),
            Text(row, 10),
            Text(row, 11)
        );

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel);
    }
}
