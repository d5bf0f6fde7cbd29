using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Keys;

/// <summary>The caller's keys, expired ones too, the newest first.</summary>
internal static class ListApiKeys
{
    public static async Task<Results<Ok<Page<ApiKeyView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser caller,
        IdentityDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await db
            .ApiKeys.Where(k => k.UserId == caller.Id && (after == null || k.Id < after))
            .OrderByDescending(k => k.Id)
            .Take(page.Take)
            .Select(ApiKeyView.Of)
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of(rows, key => key.Id));
    }
}
