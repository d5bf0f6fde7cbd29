using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Factors;
using Atelier.Identity.Tokens;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Sessions;

/// <param name="Challenge">From the answer <c>second_factor_required</c> of a login; good for five minutes.</param>
/// <param name="Code">What the app shows, or a recovery code.</param>
/// <param name="RefreshCookie">As at <c>POST /auth/login</c>.</param>
/// <param name="Scopes">As at <c>POST /auth/login</c>.</param>
public sealed record LoginWithFactorRequest(
    [property: Required, StringLength(200)] string Challenge,
    [property: Required, StringLength(40)] string Code,
    bool RefreshCookie = false,
    [property: MinLength(1), MaxLength(50)] IReadOnlyList<string>? Scopes = null
);

/// <summary>Finishes a login whose password was right.</summary>
internal static class LoginWithFactor
{
    public static Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        LoginWithFactorRequest request,
        HttpContext http,
        IdentityDb db,
        FactorCheck factors,
        SessionStart start,
        RefreshCookie cookie,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (LoginScopes.RefuseUnknown(request.Scopes) is { } unknown)
            return Task.FromResult<Results<Ok<TokenView>, ProblemHttpResult>>(unknown.ToHttp());
        var (hash, now) = (RefreshToken.HashOf(request.Challenge), clock.GetUtcNow());
        var challenges = db.OneTimeTokens.Where(t =>
            t.Hash == hash && t.Purpose == OneTimeToken.Factor && t.ExpiresAt > now
        );
        return db.InTransactionAsync(FinishAsync, cancel);

        async Task<Results<Ok<TokenView>, ProblemHttpResult>> FinishAsync(NpgsqlTransaction tx)
        {
            var user = await challenges
                .Join(db.Users, t => t.UserId, u => u.Id, (_, u) => u)
                .SingleOrDefaultAsync(u => u.DisabledAt == null, cancel);
            if (user is not null && LoginScopes.RefuseBeyond(user.Role, request.Scopes) is { } beyond)
                return beyond.ToHttp();
            if (user is null || await factors.LockAsync(user.Id, cancel) is not { ConfirmedAt: not null } factor)
                return Expired.ToHttp();
            var answer = await factors.JudgeAsync(factor, request.Code, tx, cancel);
            if (!answer.IsRight)
            {
                var failure = new AuditEntry(
                    AuditActions.Login,
                    AuditOutcome.Failed,
                    SubjectKind: "user",
                    SubjectId: user.Id,
                    Details: new { because = "wrong_code" }
                );
                await trail.RecordAsync(tx, failure, cancel);
                return answer.ToHttp(http, Wrong);
            }
            if (await challenges.ExecuteDeleteAsync(cancel) != 1)
                return Expired.ToHttp();
            var tokens = await start.OpenAsync(user, request.Scopes, http, tx, cancel);
            return TypedResults.Ok(request.RefreshCookie ? cookie.Keep(http, tokens) : tokens);
        }
    }

    private static Problem Wrong => Problem.Unauthorized("wrong_code", "This code is wrong, or was used before.");

    private static Problem Expired =>
        Problem.Unauthorized("challenge_expired", "This login took too long. Please begin again with the password.");
}
