using Atelier.Platform.Database;
using Atelier.Webhooks.Delivering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>Sends one message of the event webhook.test, once, also to a webhook that is disabled.</summary>
internal static class TestWebhook
{
    public static Task<Results<Accepted<DeliveryView>, ProblemHttpResult>> Post(
        Guid webhookId,
        WebhooksDb db,
        DeliveryQueue queue,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<Accepted<DeliveryView>, ProblemHttpResult>>(
            async tx =>
            {
                if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancel) is not { } hook)
                    return GetWebhook.Gone.ToHttp();
                var now = clock.GetUtcNow();
                var body = DeliveryBody.Of(WebhookEvents.Test, now, new { webhookId, hook.Name });
                var delivery = Delivery.OfTest(webhookId, body, now);
                db.Deliveries.Add(delivery);
                await queue.AddAsync(tx, hook.Id, hook.OwnerId, [delivery.Id], attempt: 1, at: null, cancel);
                return TypedResults.Accepted($"/api/v1/webhooks/deliveries/{delivery.Id}", delivery.ToView());
            },
            cancel
        );
}
