using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Audit;

/// <summary>What happened, the newest first.</summary>
internal static class ListAudit
{
    public static async Task<Results<Ok<Page<AuditLineView>>, ProblemHttpResult>> Get(
        [AsParameters] AuditFilter filter,
        [AsParameters] PageRequest page,
        AuditDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<long>(out var after) is { } problem)
            return problem.ToHttp();
        var lines = await filter
            .Apply(db.Lines.AsNoTracking())
            .Where(l => after == null || l.Id < after)
            .OrderByDescending(l => l.Id)
            .Take(page.Take)
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of([.. lines.Select(AuditLineView.Of)], line => line.Id));
    }
}
