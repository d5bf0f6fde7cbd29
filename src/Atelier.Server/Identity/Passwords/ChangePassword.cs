using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Passwords;

public sealed record ChangePasswordRequest(
    [property: Required, StringLength(1000)] string CurrentPassword,
    [property: Required] string Password
);

/// <summary>A session alone is not enough to take an account over: the present password is asked for again.</summary>
internal static class ChangePassword
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        ChangePasswordRequest request,
        CurrentUser caller,
        IdentityDb db,
        PasswordWork passwords,
        PasswordRules rules,
        NewPassword newPassword,
        IAuditTrail trail,
        CancellationToken cancel
    )
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == caller.Id, cancel);
        if (!await passwords.MatchesAsync(request.CurrentPassword, user?.PasswordHash, cancel))
        {
            var failure = AuditEntry.OfUser(AuditActions.PasswordChanged, caller.Id) with
            {
                Outcome = AuditOutcome.Failed,
            };
            await trail.RecordAsync(failure, cancel);
            return Problem.Forbidden("wrong_password", "The current password is wrong.").ToHttp();
        }
        if (rules.Check(request.Password, user!.Email) is { } refused)
            return Problem.Invalid("password", refused).ToHttp();
        var hash = await passwords.MakeAsync(request.Password, cancel);
        await newPassword.ChangeAsync(user, hash, caller.SessionId, cancel);
        return TypedResults.NoContent();
    }
}
