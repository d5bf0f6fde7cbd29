using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Ends one of the caller's sessions, or all of them, the asking one among them.</summary>
internal static class EndSession
{
    public static Task<NoContent> Delete(
        Guid sessionId,
        IdentityDb db,
        SessionEnd end,
        IAuditTrail trail,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync(
            async transaction =>
            {
                await end.OneAsync(sessionId, "revoked", cancel);
                var entry = new AuditEntry(AuditActions.SessionRevoked, SubjectKind: "session", SubjectId: sessionId);
                await trail.RecordAsync(transaction, entry, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );

    public static Task<NoContent> DeleteAll(
        CurrentUser caller,
        IdentityDb db,
        SessionEnd end,
        IAuditTrail trail,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync(
            async transaction =>
            {
                await end.AllOfAsync(caller.Id, "logout_everywhere", cancel);
                await trail.RecordAsync(
                    transaction,
                    AuditEntry.OfUser(AuditActions.SessionsRevoked, caller.Id),
                    cancel
                );
                return TypedResults.NoContent();
            },
            cancel
        );
}
