using Atelier.Identity.Contracts;
using Atelier.JobEngine.Batches;
using Atelier.Jobs.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Jobs.Batches;

/// <summary>The caller's batches, newest first.</summary>
internal static class ListBatches
{
    public static async Task<Results<Ok<Page<BatchView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser user,
        JobBatches batches,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await batches.ListAsync(user.Id, after, page.Take, cancel);
        return TypedResults.Ok(page.Of([.. rows.Select(batch => new BatchView(batch))], batch => batch.Id));
    }
}
