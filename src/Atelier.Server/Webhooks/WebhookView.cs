using System.Linq.Expressions;
using System.Text.Json;

namespace Atelier.Webhooks;

/// <param name="ProjectId">Only work of this project; null for all.</param>
/// <param name="DisabledBecause">owner, failing (nothing got through for too long) or gone (the receiver said 410).</param>
/// <param name="FailingSince">The first failure since something got through.</param>
internal sealed record WebhookView(
    Guid Id,
    string Name,
    string Url,
    IReadOnlyList<string> Events,
    Guid? ProjectId,
    bool Enabled,
    string? DisabledBecause,
    DateTimeOffset? FailingSince,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    public static Expression<Func<Webhook, WebhookView>> Of { get; } =
        hook => new WebhookView(
            hook.Id,
            hook.Name,
            hook.Url,
            hook.Events,
            hook.ProjectId,
            hook.DisabledAt == null,
            hook.DisabledBecause,
            hook.FailingSince,
            hook.CreatedAt,
            hook.UpdatedAt
        );

    public static Func<Webhook, WebhookView> From { get; } = Of.Compile();
}

/// <param name="Secret">Shown here and never again: with it the receiver knows that a message is the studio's.</param>
internal sealed record NewWebhookView(
    Guid Id,
    string Name,
    string Url,
    IReadOnlyList<string> Events,
    Guid? ProjectId,
    string Secret,
    DateTimeOffset CreatedAt
);

/// <summary>An entry of the log.</summary>
/// <param name="Id">Sent as <c>webhook-id</c>, with every attempt.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Status">What the receiver answered to the last attempt; null when nothing came.</param>
/// <param name="Error">refused, unreachable, timed_out, status or webhook_disabled; null when it went well.</param>
/// <param name="NextAt">When it is tried again.</param>
internal sealed record DeliveryView(
    Guid Id,
    string Event,
    DeliveryState State,
    int Attempts,
    int? Status,
    int? Milliseconds,
    string? Error,
    DateTimeOffset? AttemptedAt,
    DateTimeOffset? NextAt,
    DateTimeOffset CreatedAt
);

/// <param name="Body">What is sent.</param>
internal sealed record DeliveryDetailView(Guid WebhookId, DeliveryView Delivery, JsonElement Body);
