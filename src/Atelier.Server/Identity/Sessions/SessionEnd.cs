using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <summary>Ends sessions: their refresh tokens are dead at once, their access tokens and live connections in two seconds.</summary>
internal sealed class SessionEnd(IdentityDb db, TimeProvider clock)
{
    public Task OneAsync(Guid session, string because, CancellationToken cancel) =>
        EndAsync(db.Sessions.Where(s => s.Id == session), because, cancel);

    /// <param name="token">A refresh token of the session.</param>
    public Task OfTokenAsync(string token, string because, CancellationToken cancel)
    {
        var hash = RefreshToken.HashOf(token);
        return EndAsync(
            db.Sessions.Where(s => db.RefreshTokens.Any(t => t.Hash == hash && t.SessionId == s.Id)),
            because,
            cancel
        );
    }

    /// <param name="except">The session that stays, such as the one a password was changed in.</param>
    public Task AllOfAsync(Guid user, string because, CancellationToken cancel, Guid? except = null) =>
        EndAsync(db.Sessions.Where(s => s.UserId == user && s.Id != except), because, cancel);

    private Task<int> EndAsync(IQueryable<Session> sessions, string because, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return sessions
            .Where(s => s.RevokedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.RevokedAt, now).SetProperty(s => s.RevokedBecause, because),
                cancel
            );
    }
}
