using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Notices;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Factors;

/// <summary>Switches the second factor off, or gives its setting-up up; its recovery codes go with it.</summary>
internal static class RemoveFactor
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        CurrentUser caller,
        IdentityDb db,
        FactorCheck factors,
        NoticeBoard notices,
        IAuditTrail trail,
        IOptions<IdentityOptions> options,
        CancellationToken cancel
    )
    {
        if (options.Value.AdminsNeedSecondFactor && caller.Role == Roles.Admin)
            return FactorRefusal.Needed.ToHttp();
        return await db.InTransactionAsync(
            async tx =>
            {
                var wasOn = await factors.LockAsync(caller.Id, cancel) is { ConfirmedAt: not null };
                await db.Factors.Where(f => f.UserId == caller.Id).ExecuteDeleteAsync(cancel);
                await db.RecoveryCodes.Where(c => c.UserId == caller.Id).ExecuteDeleteAsync(cancel);
                if (!wasOn)
                    return TypedResults.NoContent();
                var email = await db.Users.Where(u => u.Id == caller.Id).Select(u => u.Email).SingleAsync(cancel);
                await trail.RecordAsync(tx, AuditEntry.OfUser(AuditActions.FactorRemoved, caller.Id), cancel);
                await notices.TellAsync(tx, email, Notice.FactorOff, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );
    }
}
