using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Ends the session the access token belongs to.</summary>
internal static class Logout
{
    public static Task<NoContent> Post(
        CurrentUser caller,
        IdentityDb db,
        SessionEnd end,
        IAuditTrail trail,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync(
            async transaction =>
            {
                await end.OneAsync(caller.SessionId, "logout", cancel);
                var entry = new AuditEntry(AuditActions.Logout, SubjectKind: "session", SubjectId: caller.SessionId);
                await trail.RecordAsync(transaction, entry, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );
}
