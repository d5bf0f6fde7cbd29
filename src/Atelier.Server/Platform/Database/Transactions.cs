using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Atelier.Platform.Database;

internal static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/>, saves what it changed in <paramref name="db"/> and commits, all or nothing. The
    /// transaction it is given also takes jobs and hand-written SQL.
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(
        this DbContext db,
        Func<NpgsqlTransaction, Task<T>> work,
        CancellationToken cancel
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await work((NpgsqlTransaction)transaction.GetDbTransaction());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>True when saving failed because another row already has this value.</summary>
    public static bool IsDuplicate(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
