using System.Data.Common;
using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Platform.Edge;

namespace Atelier.Identity.Sessions;

/// <summary>Opens the session of somebody who has proved who they are; saved with the caller's transaction.</summary>
internal sealed class SessionStart(
    IdentityDb db,
    SessionTokens tokens,
    KnownDevices devices,
    IAuditTrail trail,
    TimeProvider clock
)
{
    /// <param name="scopes">What the session is limited to, if to anything.</param>
    public async Task<TokenView> OpenAsync(
        User user,
        IReadOnlyList<string>? scopes,
        HttpContext http,
        DbTransaction tx,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var device = http.Request.Headers.UserAgent.ToString();
        var from = ClientAddress.Of(http);
        var session = Session.Begin(user.Id, device, from, now, tokens.SessionLifetime, scopes);
        var refreshToken = RefreshToken.NewText();
        db.Sessions.Add(session);
        db.RefreshTokens.Add(RefreshToken.Issue(refreshToken, session, now, tokens.RefreshLifetime));
        user.SignIn(now);
        var entry = new AuditEntry(AuditActions.Login, ActorId: user.Id, SubjectKind: "session", SubjectId: session.Id);
        await trail.RecordAsync(tx, entry, cancel);
        await devices.RememberAsync(http, user.Id, cancel);
        return tokens.Issue(user, session, refreshToken);
    }
}
