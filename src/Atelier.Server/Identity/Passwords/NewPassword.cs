using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Identity.Notices;
using Atelier.Identity.Sessions;
using Atelier.JobEngine;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Passwords;

/// <summary>Puts a new password in place. Every mailed link dies with the old one, and so do the person's other sessions.</summary>
internal sealed class NewPassword(
    IdentityDb db,
    SessionEnd end,
    NoticeBoard notices,
    IAuditTrail trail,
    JobClient jobs,
    TimeProvider clock
)
{
    public Task ChangeAsync(User user, string hash, Guid stays, CancellationToken cancel) =>
        db.InTransactionAsync(
            async tx =>
            {
                await trail.RecordAsync(tx, AuditEntry.OfUser(AuditActions.PasswordChanged, user.Id), cancel);
                return await PutAsync(tx, user, hash, "password_changed", stays, cancel);
            },
            cancel
        );

    /// <param name="readsMail">The link was mailed to the present address, which so is confirmed.</param>
    /// <returns>False when the link was used meanwhile.</returns>
    public Task<bool> ResetAsync(User user, string hash, byte[] token, bool readsMail, CancellationToken cancel) =>
        db.InTransactionAsync(
            async tx =>
            {
                if (await db.OneTimeTokens.Where(t => t.Hash == token).ExecuteDeleteAsync(cancel) != 1)
                    return false;
                var entry = AuditEntry.OfUser(AuditActions.PasswordReset, user.Id) with { ActorId = user.Id };
                await trail.RecordAsync(tx, entry, cancel);
                if (readsMail && user.EmailVerifiedAt is null)
                {
                    user.VerifyEmail(clock.GetUtcNow());
                    await trail.RecordAsync(tx, entry with { Action = AuditActions.EmailVerified }, cancel);
                }
                return await PutAsync(tx, user, hash, "password_reset", null, cancel);
            },
            cancel
        );

    /// <summary>The present password is good no more; nothing but the link, or a one-time password, leads back.</summary>
    /// <param name="hash">Of the one-time password, or of one that nobody knows.</param>
    public Task<bool> TakeAsync(User user, string hash, bool mailLink, object? details, CancellationToken cancel) =>
        db.InTransactionAsync(
            async tx =>
            {
                user.ExpirePassword(hash, clock.GetUtcNow());
                await db.OneTimeTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancel);
                await end.AllOfAsync(user.Id, "password_reset_forced", cancel);
                var email = user.Email.ToLowerInvariant();
                if (mailLink)
                    await jobs.EnqueueAsync(tx, new SendResetLink(email), SendResetLink.Options(email), cancel);
                var entry = AuditEntry.OfUser(AuditActions.PasswordResetForced, user.Id, details);
                await trail.RecordAsync(tx, entry, cancel);
                return true;
            },
            cancel
        );

    private async Task<bool> PutAsync(
        NpgsqlTransaction tx,
        User user,
        string hash,
        string because,
        Guid? stays,
        CancellationToken cancel
    )
    {
        user.ChangePassword(hash, clock.GetUtcNow());
        await db.OneTimeTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await end.AllOfAsync(user.Id, because, cancel, except: stays);
        // Whoever knew the old password may have left a device behind.
        await db.KnownDevices.Where(d => d.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await notices.TellAsync(tx, user.Email, Notice.PasswordChanged, cancel);
        return true;
    }
}
