using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

/// <summary>The caller's webhooks, newest first.</summary>
internal static class ListWebhooks
{
    public static async Task<Results<Ok<Page<WebhookView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser caller,
        WebhooksDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await db
            .Webhooks.Where(w => w.OwnerId == caller.Id && (after == null || w.Id < after))
            .OrderByDescending(w => w.Id)
            .Take(page.Take)
            .Select(WebhookView.Of)
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of(rows, hook => hook.Id));
    }
}
