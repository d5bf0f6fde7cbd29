using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Identity.Passwords;
using Atelier.Platform.Database;
using Atelier.Platform.Edge;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

public sealed record LoginRequest(
    [property: Required, StringLength(254)] string Email,
    [property: Required, StringLength(1000)] string Password
);

/// <summary>Opens a session. An unknown address, a wrong password and a disabled account look and last alike.</summary>
internal static class Login
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        LoginRequest request,
        HttpContext http,
        IdentityDb db,
        SessionTokens tokens,
        LoginGuard guard,
        KnownDevices devices,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (held, attempt) = await guard.BeginAsync(http, request.Email.ToLowerInvariant(), cancel);
        if (held is not null)
            return held.ToHttp();
        var user = await db.FindByEmailAsync(request.Email, cancel);
        var known = await PasswordWork.MatchesAsync(request.Password, user?.PasswordHash, cancel);
        if (user is null || !known || user.DisabledAt is not null)
        {
            await trail.RecordAsync(Failure(user), cancel);
            return Problem.Unauthorized("wrong_credentials", "The address or the password is wrong.").ToHttp();
        }

        await guard.SucceedAsync(attempt, cancel);
        var now = clock.GetUtcNow();
        var device = http.Request.Headers.UserAgent.ToString();
        var from = ClientAddress.Of(http);
        var session = Session.Begin(user.Id, device, from, now, tokens.SessionLifetime);
        var refreshToken = RefreshToken.NewText();
        db.Sessions.Add(session);
        db.RefreshTokens.Add(RefreshToken.Issue(refreshToken, session, now, tokens.RefreshLifetime));
        user.SignIn(now);
        var entry = new AuditEntry(AuditActions.Login, ActorId: user.Id, SubjectKind: "session", SubjectId: session.Id);
        await db.InTransactionAsync(
            async transaction =>
            {
                await trail.RecordAsync(transaction, entry, cancel);
                await devices.RememberAsync(http, user.Id, cancel);
                return entry;
            },
            cancel
        );
        return TypedResults.Ok(tokens.Issue(user, session, refreshToken));
    }

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
