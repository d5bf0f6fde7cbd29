using Atelier.Platform;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Audit;

/// <summary>
/// Chains new entries, in the order of their ids as far as they are committed. Until then, a second after its commit
/// at most while a node runs, an entry could be removed unnoticed; afterwards it could not.
/// </summary>
internal sealed class AuditSealer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AuditSealer> log)
    : PeriodicWork(TimeSpan.FromSeconds(1), "The audit trail could not be sealed", clock, log)
{
    private const int Batch = 1000;

    private const string Take = """
        delete from audit.unsealed where entry_id in (select entry_id from audit.unsealed order by entry_id limit $1)
        returning entry_id
        """;

    private const string Keep = """
        with s as (insert into audit.seal (number, entry_id, hash) select * from unnest($1, $2, $3))
        update audit.head set number = $4, hash = $5
        """;

    protected override async Task WorkAsync(CancellationToken cancel)
    {
        while (await SealAsync(cancel) == Batch)
            continue;
    }

    /// <returns>How many entries were chained; 0 when none were waiting or another node is at it.</returns>
    public async Task<int> SealAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuditDb>();
        return await db.InTransactionAsync(transaction => SealAsync(db, transaction, cancel), cancel);
    }

    private static async Task<int> SealAsync(AuditDb db, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        if (await LockHeadAsync(transaction, cancel) is not var (number, hash))
            return 0;
        var taken = await TakeAsync(transaction, cancel);
        if (taken.Count == 0)
            return 0;
        var lines = await db
            .Lines.AsNoTracking()
            .Where(l => taken.Contains(l.Id))
            .OrderBy(l => l.Id)
            .ToListAsync(cancel);
        var hashes = new byte[lines.Count][];
        for (var i = 0; i < lines.Count; i++)
            hashes[i] = hash = lines[i].HashAfter(hash);
        var numbers = lines.Select((_, i) => number + 1 + i).ToArray();
        await using var keep = new NpgsqlCommand(Keep, transaction.Connection, transaction);
        foreach (
            object value in (object[])[numbers, lines.Select(l => l.Id).ToArray(), hashes, number + lines.Count, hash]
        )
            keep.Parameters.Add(new() { Value = value });
        await keep.ExecuteNonQueryAsync(cancel);
        return lines.Count;
    }

    private static async Task<(long Number, byte[] Hash)?> LockHeadAsync(
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var head = new NpgsqlCommand(
            "select number, hash from audit.head for update skip locked",
            transaction.Connection,
            transaction
        );
        await using var row = await head.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    private static async Task<List<long>> TakeAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var take = new NpgsqlCommand(Take, transaction.Connection, transaction);
        take.Parameters.Add(new() { Value = Batch });
        await using var rows = await take.ExecuteReaderAsync(cancel);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetInt64(0));
        return ids;
    }
}
