using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Audit;

/// <summary>Computes the whole chain again.</summary>
internal static class CheckAudit
{
    public static async Task<Ok<AuditVerdict>> Get(AuditCheck check, CancellationToken cancel) =>
        TypedResults.Ok(await check.RunAsync(cancel));
}
