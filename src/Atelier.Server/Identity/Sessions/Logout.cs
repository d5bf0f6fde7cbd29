using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Ends the session the access token belongs to, and the one whose cookie the browser holds.</summary>
internal static class Logout
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        CurrentUser caller,
        HttpContext http,
        IdentityDb db,
        SessionEnd end,
        RefreshCookie cookie,
        IAuditTrail trail,
        CancellationToken cancel
    )
    {
        var inCookie = cookie.Read(http);
        if (inCookie is not null && cookie.Check(http) is { } refused)
            return refused.ToHttp();
        await db.InTransactionAsync(
            async transaction =>
            {
                await end.OneAsync(caller.SessionId, "logout", cancel);
                if (inCookie is not null)
                    await end.OfTokenAsync(inCookie, "logout", cancel);
                var entry = new AuditEntry(AuditActions.Logout, SubjectKind: "session", SubjectId: caller.SessionId);
                await trail.RecordAsync(transaction, entry, cancel);
                return true;
            },
            cancel
        );
        if (inCookie is not null)
            cookie.Clear(http);
        return TypedResults.NoContent();
    }
}
