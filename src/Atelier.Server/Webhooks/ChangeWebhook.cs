using System.ComponentModel.DataAnnotations;
using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Outgoing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>What is absent stays as it is.</summary>
public sealed record ChangeWebhookRequest
{
    [StringLength(80), RegularExpression(@".*\S.*", ErrorMessage = "The name must not be blank.")]
    public string? Name { get; init; }

    [StringLength(Destination.Longest)]
    public string? Url { get; init; }

    [MinLength(1), MaxLength(20)]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>True also takes up a webhook again that the studio has disabled.</summary>
    public bool? Enabled { get; init; }
}

internal static class ChangeWebhook
{
    public static async Task<Results<Ok<WebhookView>, ProblemHttpResult>> Patch(
        Guid webhookId,
        ChangeWebhookRequest request,
        WebhooksDb db,
        WebhookAddress address,
        IAuditTrail trail,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        Uri? url = null;
        if (request.Url is { } text)
        {
            (url, var refusal) = await address.ReadAsync(text, cancel);
            if (url is null)
                return refusal!.ToHttp();
        }
        return await db.InTransactionAsync<Results<Ok<WebhookView>, ProblemHttpResult>>(
            async tx =>
            {
                if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancel) is not { } hook)
                    return GetWebhook.Gone.ToHttp();
                if (
                    request.Events is { } events
                    && WebhookEvents.Check(events, hook.ProjectId is not null) is { } wrong
                )
                    return Problem.Invalid("events", wrong).ToHttp();
                hook.Change(request.Name?.Trim(), url, request.Events, request.Enabled, clock.GetUtcNow());
                var entry = new AuditEntry(AuditActions.WebhookChanged, SubjectKind: "webhook", SubjectId: hook.Id);
                await trail.RecordAsync(tx, entry, cancel);
                return TypedResults.Ok(WebhookView.From(hook));
            },
            cancel
        );
    }
}
