using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Factors;

/// <summary>Ten new recovery codes; the old ones work no more.</summary>
internal static class RenewRecoveryCodes
{
    public static Task<Results<Ok<RecoveryCodesView>, ProblemHttpResult>> Post(
        CurrentUser caller,
        IdentityDb db,
        FactorCheck factors,
        IAuditTrail trail,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<Ok<RecoveryCodesView>, ProblemHttpResult>>(
            async tx =>
            {
                if (await factors.LockAsync(caller.Id, cancel) is not { ConfirmedAt: not null })
                    return FactorRefusal.NotEnrolled.ToHttp();
                await trail.RecordAsync(tx, AuditEntry.OfUser(AuditActions.RecoveryCodesRenewed, caller.Id), cancel);
                return TypedResults.Ok(await db.RenewRecoveryCodesAsync(caller.Id, cancel));
            },
            cancel
        );
}
