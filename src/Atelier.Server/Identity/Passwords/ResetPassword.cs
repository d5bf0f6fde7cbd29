using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Passwords;

public sealed record ResetPasswordRequest(
    [property: Required, StringLength(200)] string Token,
    [property: Required] string Password
);

/// <summary>Sets a new password with the token of a mailed link and ends every session of the person.</summary>
internal static class ResetPassword
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        ResetPasswordRequest request,
        IdentityDb db,
        PasswordWork passwords,
        PasswordRules rules,
        NewPassword newPassword,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (token, now) = (RefreshToken.HashOf(request.Token), clock.GetUtcNow());
        var found = await db
            .OneTimeTokens.Where(t => t.Hash == token && t.Purpose == OneTimeToken.Reset && t.ExpiresAt > now)
            .Join(db.Users, t => t.UserId, u => u.Id, (t, u) => new { MailedTo = t.Email, User = u })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return Dead.ToHttp();
        var user = found.User;
        if (rules.Check(request.Password, user.Email) is { } refused)
            return Problem.Invalid("password", refused).ToHttp();
        var hash = await passwords.MakeAsync(request.Password, cancel);
        var readsMail = found.MailedTo == user.Email;
        return await newPassword.ResetAsync(user, hash, token, readsMail, cancel)
            ? TypedResults.NoContent()
            : Dead.ToHttp();
    }

    private static Problem Dead =>
        Problem.Invalid("token", "This link is not valid any more. Please ask for a new one.");
}
