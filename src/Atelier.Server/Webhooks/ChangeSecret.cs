using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

public sealed record ChangeSecretRequest
{
    /// <summary>How long messages are signed with the secret of now too; 0 when somebody else may know it.</summary>
    [Range(0, 168)]
    public int KeepEarlierHours { get; init; } = 24;
}

/// <param name="Secret">Shown here and never again.</param>
/// <param name="EarlierUntil">Until then messages carry both signatures; null when only the new one.</param>
internal sealed record ChangedSecretView(string Secret, DateTimeOffset? EarlierUntil);

/// <summary>Gives a webhook a new secret, without a message that its receiver could not check.</summary>
internal static class ChangeSecret
{
    public static Task<Results<Ok<ChangedSecretView>, ProblemHttpResult>> Post(
        Guid webhookId,
        ChangeSecretRequest request,
        WebhooksDb db,
        ISecretSeal seal,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<Ok<ChangedSecretView>, ProblemHttpResult>>(
            async tx =>
            {
                if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancel) is not { } hook)
                    return GetWebhook.Gone.ToHttp();
                var (text, box) = WebhookSecret.Make(seal, hook.OwnerId);
                var now = clock.GetUtcNow();
                hook.ChangeSecret(box, now.AddHours(request.KeepEarlierHours), now);
                var entry = new AuditEntry(
                    AuditActions.WebhookSecretChanged,
                    SubjectKind: "webhook",
                    SubjectId: webhookId
                );
                await trail.RecordAsync(tx, entry, cancel);
                return TypedResults.Ok(new ChangedSecretView(text, hook.EarlierUntil));
            },
            cancel
        );
}
