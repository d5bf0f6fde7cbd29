using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Notices;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Factors;

public sealed record ConfirmFactorRequest([property: Required, StringLength(20)] string Code);

/// <summary>Switches the second factor on, once a code has shown that the app makes the right ones.</summary>
internal static class ConfirmFactor
{
    public static Task<Results<Ok<RecoveryCodesView>, ProblemHttpResult>> Post(
        ConfirmFactorRequest request,
        CurrentUser caller,
        HttpContext http,
        IdentityDb db,
        FactorCheck factors,
        NoticeBoard notices,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<Ok<RecoveryCodesView>, ProblemHttpResult>>(
            async tx =>
            {
                if (await factors.LockAsync(caller.Id, cancel) is not { } factor)
                    return FactorRefusal.NotEnrolled.ToHttp();
                if (factor.ConfirmedAt is not null)
                    return FactorRefusal.AlreadyOn.ToHttp();
                var answer = await factors.JudgeAsync(factor, request.Code, tx, cancel);
                if (!answer.IsRight)
                    return answer.ToHttp(http, Problem.Invalid("code", "This is not the code the app shows now."));
                factor.Confirm(clock.GetUtcNow());
                var email = await db.Users.Where(u => u.Id == caller.Id).Select(u => u.Email).SingleAsync(cancel);
                await trail.RecordAsync(tx, AuditEntry.OfUser(AuditActions.FactorEnrolled, caller.Id), cancel);
                await notices.TellAsync(tx, email, Notice.FactorOn, cancel);
                return TypedResults.Ok(await db.RenewRecoveryCodesAsync(caller.Id, cancel));
            },
            cancel
        );
}
