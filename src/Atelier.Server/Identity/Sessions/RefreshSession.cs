using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Identity.Notices;
using Atelier.Identity.Tokens;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Trades a refresh token for its successor. A token used twice outside the grace was stolen from one of its two
/// users, so the whole session ends and its person is told (RFC 9700, 4.14.2).
/// </summary>
internal sealed class RefreshSession(
    IdentityDb db,
    SessionTokens tokens,
    SigningKeys keys,
    NoticeBoard notices,
    IAuditTrail trail,
    TimeProvider clock,
    ILogger<RefreshSession> log
)
{
    /// <returns>Null when the token is not good, or not any more.</returns>
    public Task<TokenView?> RunAsync(string text, CancellationToken cancel) =>
        db.InTransactionAsync(tx => TradeAsync(text, tx, cancel), cancel);

    private async Task<TokenView?> TradeAsync(string text, NpgsqlTransaction tx, CancellationToken cancel)
    {
        var hash = RefreshToken.HashOf(text);
        // One lock for the whole line: its refreshes, its reuse and its end stand in one queue.
        var session = await db
            .Sessions.FromSql(
                $"""
                select s.* from identity.session s join identity.refresh_token t on t.session_id = s.id
                where t.hash = {hash} for update of s
                """
            )
            .SingleOrDefaultAsync(cancel);
        if (session is null)
            return null;
        var (token, user) = await PartiesAsync(hash, session.UserId, cancel);
        var now = clock.GetUtcNow(); // after the wait in the queue
        if (!session.IsLive(now) || user.DisabledAt is not null)
            return null;
        if (token.UsedAt is not null && !token.IsRetry(now))
        {
            await EndAsync(session, user, tx, now, cancel);
            return null;
        }
        if (now >= token.ExpiresAt)
            return null;
        return Successor(text, token, session, now) is { } child ? tokens.Issue(user, session, child) : null;
    }

    private async Task<(RefreshToken, User)> PartiesAsync(byte[] hash, Guid userId, CancellationToken cancel)
    {
        var both = await db
            .RefreshTokens.Where(t => t.Hash == hash)
            .SelectMany(_ => db.Users.Where(u => u.Id == userId), (t, u) => new { Token = t, User = u })
            .SingleAsync(cancel);
        return (both.Token, both.User);
    }

    /// <returns>Null for a retry whose key was taken away meanwhile.</returns>
    private string? Successor(string text, RefreshToken token, Session session, DateTimeOffset now)
    {
        session.Use(now);
        if (token.UsedAt is not null)
            return keys.Find(token.ChildKey!) is { } earlier ? token.ChildText(text, earlier.Secret) : null;
        var key = keys.Current;
        token.Use(now, key.Id);
        var child = token.ChildText(text, key.Secret);
        db.RefreshTokens.Add(RefreshToken.Issue(child, session, now, tokens.RefreshLifetime));
        return child;
    }

    private async Task EndAsync(
        Session session,
        User user,
        NpgsqlTransaction tx,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        session.Revoke("refresh_token_reused", now);
        var entry = new AuditEntry(AuditActions.RefreshReused, AuditOutcome.Denied, user.Id, "session", session.Id);
        await trail.RecordAsync(tx, entry, cancel);
        await notices.TellAsync(tx, user.Email, Notice.LoginEnded(session.Device, session.Address), cancel);
        log.LogWarning("Session {Session} of {User} ended: an old refresh token came back", session.Id, user.Id);
    }
}
