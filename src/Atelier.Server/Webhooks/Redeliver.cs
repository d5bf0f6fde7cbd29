using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Webhooks.Delivering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>Sends a message that is done with once more, with the same id and all its attempts.</summary>
internal static class Redeliver
{
    public static Task<Results<Accepted<DeliveryView>, ProblemHttpResult>> Post(
        Guid deliveryId,
        WebhooksDb db,
        DeliveryQueue queue,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        db.InTransactionAsync<Results<Accepted<DeliveryView>, ProblemHttpResult>>(
            async tx =>
            {
                // Locked: of two that ask at once, one is told that it waits.
                var delivery = await db
                    .Deliveries.FromSql($"select * from webhooks.delivery where id = {deliveryId} for update")
                    .SingleOrDefaultAsync(cancel);
                var hook = await db.Webhooks.SingleOrDefaultAsync(
                    w => delivery != null && w.Id == delivery.WebhookId,
                    cancel
                );
                if (delivery is null || hook is null)
                    return GetDelivery.Gone.ToHttp();
                if (delivery.State is DeliveryState.Waiting)
                    return Problem.Conflict("delivery_waiting", "This delivery is waiting or on its way.").ToHttp();
                delivery.StartOver(clock.GetUtcNow());
                await queue.AddAsync(tx, hook.Id, hook.OwnerId, [delivery.Id], attempt: 1, at: null, cancel);
                return TypedResults.Accepted($"/api/v1/webhooks/deliveries/{deliveryId}", delivery.ToView());
            },
            cancel
        );
}
