using Atelier.Audit.Contracts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Factors;

/// <param name="HeldFor">Set when too many codes were wrong: nobody may try for so long.</param>
internal sealed record FactorAnswer(bool IsRight, TimeSpan? HeldFor = null);

/// <summary>
/// Judges a code of a person's app, or a recovery code. The factor's row is locked, so parallel tries stand in line: a code
/// counts once, and every wrong one is counted.
/// </summary>
internal sealed class FactorCheck(IdentityDb db, FactorSeal seal, IAuditTrail trail, TimeProvider clock)
{
    public Task<bool> IsOnAsync(Guid user, CancellationToken cancel) =>
        db.Factors.AnyAsync(f => f.UserId == user && f.ConfirmedAt != null, cancel);

    /// <summary>The person's factor, confirmed or not, held until the transaction ends.</summary>
    public Task<Factor?> LockAsync(Guid user, CancellationToken cancel) =>
        db
            .Factors.FromSql($"select * from identity.factor where user_id = {user} for update")
            .SingleOrDefaultAsync(cancel);

    /// <param name="factor">Locked in <paramref name="tx"/>.</param>
    public async Task<FactorAnswer> JudgeAsync(
        Factor factor,
        string code,
        NpgsqlTransaction tx,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        if (factor.HoldAt(now) is { } hold)
            return new(false, hold);
        if (await IsRightAsync(factor, code.Trim(), now, tx, cancel))
            return new(true);
        factor.Miss(now);
        return new(false);
    }

    private async Task<bool> IsRightAsync(
        Factor factor,
        string code,
        DateTimeOffset now,
        NpgsqlTransaction tx,
        CancellationToken cancel
    )
    {
        var secret = seal.Open(factor.KeyId, factor.SealedSecret, factor.UserId);
        if (Totp.StepOf(secret, code, now) is { } step)
            return factor.Take(step);
        var hash = RecoveryCode.HashOf(code);
        var isRecovery =
            await db.RecoveryCodes.Where(c => c.UserId == factor.UserId && c.Hash == hash).ExecuteDeleteAsync(cancel)
            == 1;
        if (!isRecovery)
            return false;
        factor.Clear();
        var entry = AuditEntry.OfUser(AuditActions.RecoveryCodeUsed, factor.UserId) with { ActorId = factor.UserId };
        await trail.RecordAsync(tx, entry, cancel);
        return true;
    }
}
