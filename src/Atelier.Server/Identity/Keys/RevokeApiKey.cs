using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Keys;

/// <summary>Ends a key: here at once, on the other nodes within two seconds.</summary>
internal static class RevokeApiKey
{
    public static Task<NoContent> Delete(Guid keyId, IdentityDb db, IAuditTrail trail, CancellationToken cancel) =>
        db.InTransactionAsync(
            async tx =>
            {
                await db.ApiKeys.Where(k => k.Id == keyId).ExecuteDeleteAsync(cancel);
                var entry = new AuditEntry(AuditActions.KeyRevoked, SubjectKind: "key", SubjectId: keyId);
                await trail.RecordAsync(tx, entry, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );
}
