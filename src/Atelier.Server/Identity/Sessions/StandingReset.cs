using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Whatever is written through <see cref="IdentityDb"/> holds here from the next request on: a logout, a lost role, a new name.
/// Forgotten once more at the commit, since somebody may have asked between the write and that.
/// </summary>
internal sealed class StandingReset(SessionStanding standing)
    : ISaveChangesInterceptor,
        IDbCommandInterceptor,
        IDbTransactionInterceptor
{
    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken
    )
    {
        standing.Forget();
        return new(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken
    )
    {
        standing.Forget();
        return new(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken
    )
    {
        standing.Forget();
        return Task.CompletedTask;
    }
}
