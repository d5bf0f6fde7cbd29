using Atelier.Identity.Accounts;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Passwords;

/// <summary>Puts a new password in place. Every reset link dies with the old one, and so do the person's other sessions.</summary>
internal sealed class NewPassword(IdentityDb db, SessionEnd end, TimeProvider clock)
{
    public Task ChangeAsync(User user, string hash, Guid stays, CancellationToken cancel) =>
        db.InTransactionAsync(_ => PutAsync(user, hash, "password_changed", stays, cancel), cancel);

    /// <returns>False when the link was used meanwhile.</returns>
    public Task<bool> ResetAsync(User user, string hash, byte[] token, CancellationToken cancel) =>
        db.InTransactionAsync(
            async _ =>
                await db.ResetTokens.Where(t => t.Hash == token).ExecuteDeleteAsync(cancel) == 1
                && await PutAsync(user, hash, "password_reset", null, cancel),
            cancel
        );

    private async Task<bool> PutAsync(User user, string hash, string because, Guid? stays, CancellationToken cancel)
    {
        user.ChangePassword(hash, clock.GetUtcNow());
        await db.ResetTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await end.AllOfAsync(user.Id, because, cancel, except: stays);
        return true;
    }
}
