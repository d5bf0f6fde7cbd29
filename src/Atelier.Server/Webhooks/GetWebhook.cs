using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

internal static class GetWebhook
{
    /// <summary>For what was deleted between the look at its owner and now.</summary>
    public static Problem Gone { get; } = Problem.NotFound("webhook_not_found", "There is no such webhook.");

    public static async Task<Results<Ok<WebhookView>, ProblemHttpResult>> Get(
        Guid webhookId,
        WebhooksDb db,
        CancellationToken cancel
    ) =>
        await db.Webhooks.Where(w => w.Id == webhookId).Select(WebhookView.Of).SingleOrDefaultAsync(cancel) is { } view
            ? TypedResults.Ok(view)
            : Gone.ToHttp();
}
