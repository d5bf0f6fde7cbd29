using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>What a webhook was told and is to be told, newest first.</summary>
internal static class ListDeliveries
{
    public static async Task<Results<Ok<Page<DeliveryView>>, ProblemHttpResult>> Get(
        Guid webhookId,
        [AsParameters] PageRequest page,
        WebhooksDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await db
            .Deliveries.Where(d => d.WebhookId == webhookId && (after == null || d.Id < after))
            .OrderByDescending(d => d.Id)
            .Take(page.Take)
            .Select(d => new DeliveryView(
                d.Id,
                d.Event,
                d.State,
                d.Attempts,
                d.Status,
                d.Milliseconds,
                d.Error,
                d.AttemptedAt,
                d.NextAt,
                d.CreatedAt
            ))
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of(rows, delivery => delivery.Id));
    }
}
