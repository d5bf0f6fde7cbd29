using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>One entry of the log with what is sent.</summary>
internal static class GetDelivery
{
    public static Problem Gone { get; } = Problem.NotFound("delivery_not_found", "There is no such delivery.");

    public static async Task<Results<Ok<DeliveryDetailView>, ProblemHttpResult>> Get(
        Guid deliveryId,
        WebhooksDb db,
        CancellationToken cancel
    ) =>
        await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deliveryId, cancel) is { } delivery
            ? TypedResults.Ok(delivery.ToDetail())
            : Gone.ToHttp();
}
