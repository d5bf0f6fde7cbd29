using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Tokens;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

public sealed record RefreshRequest([property: Required, StringLength(200)] string RefreshToken);

/// <summary>
/// Trades a refresh token for its successor. A token used twice outside the grace was stolen from one of its two
/// users, so the whole session ends (RFC 9700, 4.14.2).
/// </summary>
internal static class Refresh
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        RefreshRequest request,
        IdentityDb db,
        SessionTokens tokens,
        KeyRing keys,
        IAuditTrail trail,
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancel
    )
    {
        var (view, problem) = await db.InTransactionAsync<(TokenView?, Problem?)>(
            async transaction =>
            {
                var now = clock.GetUtcNow();
                var hash = RefreshToken.HashOf(request.RefreshToken);
                // The row lock puts parallel refreshes of one token in line.
                var token = await db
                    .RefreshTokens.FromSql($"select * from identity.refresh_token where hash = {hash} for update")
                    .SingleOrDefaultAsync(cancel);
                if (token is null || now >= token.ExpiresAt)
                    return (null, Dead);
                var session = await db.Sessions.SingleAsync(s => s.Id == token.SessionId, cancel);
                var user = await db.Users.SingleAsync(u => u.Id == session.UserId, cancel);
                if (!session.IsLive(now) || user.DisabledAt is not null)
                    return (null, Dead);
                if (token.UsedAt is not null && !token.IsRetry(now))
                {
                    session.Revoke("refresh_token_reused", now);
                    loggers
                        .CreateLogger(typeof(Refresh))
                        .LogWarning(
                            "Session {Session} of {User} ended: an old refresh token came back",
                            session.Id,
                            user.Id
                        );
                    var entry = new AuditEntry(
                        AuditActions.RefreshReused,
                        AuditOutcome.Denied,
                        user.Id,
                        "session",
                        session.Id
                    );
                    await trail.RecordAsync(transaction, entry, cancel);
                    return (null, Dead);
                }
                var isFirstUse = token.UsedAt is null;
                if (isFirstUse)
                    token.Use(now);
                var child = token.ChildText(request.RefreshToken, keys.Current.Secret);
                if (isFirstUse)
                    db.RefreshTokens.Add(RefreshToken.Issue(child, session, now, tokens.RefreshLifetime));
                session.Use(now);
                return (tokens.Issue(user, session, child), null);
            },
            cancel
        );
        return view is null ? problem!.ToHttp() : TypedResults.Ok(view);
    }

    private static Problem Dead =>
        Problem.Unauthorized("invalid_refresh_token", "This refresh token is not valid any more. Please log in again.");
}
