using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Identity.Factors;
using Atelier.Identity.Passwords;
using Atelier.Identity.Tokens;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <param name="RefreshCookie">The refresh token comes as a cookie that no script can read, instead of in the body.</param>
/// <param name="Scopes">What the tokens may carry; all that the role has when left out.</param>
public sealed record LoginRequest(
    [property: Required, StringLength(254)] string Email,
    [property: Required, StringLength(1000)] string Password,
    bool RefreshCookie = false,
    [property: MinLength(1), MaxLength(50)] IReadOnlyList<string>? Scopes = null
);

/// <summary>Opens a session. An unknown address, a wrong password and a disabled account look and last alike.</summary>
internal static class Login
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        LoginRequest request,
        HttpContext http,
        IdentityDb db,
        PasswordWork passwords,
        FactorCheck factors,
        SessionStart start,
        RefreshCookie cookie,
        LoginGuard guard,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (LoginScopes.RefuseUnknown(request.Scopes) is { } unknown)
            return unknown.ToHttp();
        var (held, attempt) = await guard.BeginAsync(http, request.Email.ToLowerInvariant(), cancel);
        if (held is not null)
            return held.ToHttp();
        var user = await db.FindByEmailAsync(request.Email, cancel);
        var known = await passwords.MatchesAsync(request.Password, user?.PasswordHash, cancel);
        if (user is null || !known || user.DisabledAt is not null)
        {
            await trail.RecordAsync(Failure(user), cancel);
            return Problem.Unauthorized("wrong_credentials", "The address or the password is wrong.").ToHttp();
        }

        await guard.SucceedAsync(attempt, cancel);
        if (passwords.IsOutdated(user.PasswordHash))
            await RenewHashAsync(user);
        if (LoginScopes.RefuseBeyond(user.Role, request.Scopes) is { } beyond)
            return beyond.ToHttp();
        if (await factors.IsOnAsync(user.Id, cancel))
            return await ChallengeAsync(user);
        var tokens = await db.InTransactionAsync(tx => start.OpenAsync(user, request.Scopes, http, tx, cancel), cancel);
        return TypedResults.Ok(request.RefreshCookie ? cookie.Keep(http, tokens) : tokens);

        // Only now is the password at hand; one that was changed meanwhile stays.
        async Task RenewHashAsync(User user)
        {
            var (old, renewed) = (user.PasswordHash, await passwords.MakeAsync(request.Password, cancel));
            await db
                .Users.Where(u => u.Id == user.Id && u.PasswordHash == old)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, renewed), cancel);
        }

        async Task<ProblemHttpResult> ChallengeAsync(User user)
        {
            var challenge = RefreshToken.NewText();
            db.OneTimeTokens.Add(OneTimeToken.ForFactor(challenge, user.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            var problem = CodeNeeded.ToDetails();
            problem.Extensions["challenge"] = challenge;
            return TypedResults.Problem(problem);
        }
    }

    private static Problem CodeNeeded =>
        Problem.Unauthorized(
            "second_factor_required",
            "The password is right; now send the challenge and a code to POST /auth/login/factor."
        );

    private static AuditEntry Failure(User? user) =>
        new(
            AuditActions.Login,
            AuditOutcome.Failed,
            SubjectKind: "user",
            SubjectId: user?.Id,
            Details: new
            {
                because = user is null ? "unknown_address"
                : user.DisabledAt is null ? "wrong_password"
                : "disabled",
            }
        );
}
