using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>Ends a webhook with its log. What waits is not delivered any more.</summary>
internal static class DeleteWebhook
{
    public static Task<NoContent> Delete(Guid webhookId, WebhooksDb db, IAuditTrail trail, CancellationToken cancel) =>
        db.InTransactionAsync(
            async tx =>
            {
                await db.Webhooks.Where(w => w.Id == webhookId).ExecuteDeleteAsync(cancel);
                var entry = new AuditEntry(AuditActions.WebhookDeleted, SubjectKind: "webhook", SubjectId: webhookId);
                await trail.RecordAsync(tx, entry, cancel);
                return TypedResults.NoContent();
            },
            cancel
        );
}
