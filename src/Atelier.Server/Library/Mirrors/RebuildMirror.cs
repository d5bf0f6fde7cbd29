using Atelier.Audit.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Mirrors;

internal static class RebuildMirror
{
    /// <summary>Tells a mirror of every document again. What it has already is written over, what is gone is removed.</summary>
    public static async Task<Results<Accepted<RebuildView>, ProblemHttpResult>> Post(
        string mirror,
        IEnumerable<IMirror> mirrors,
        MirrorLedger ledger,
        IAuditTrail trail,
        CancellationToken ct
    )
    {
        if (!mirrors.Any(known => known.Name == mirror))
            return Problem.NotFound("mirror_not_found", "No such mirror is configured.").ToHttp();
        var documents = await ledger.RebuildAsync(mirror, ct);
        await trail.RecordAsync(
            new AuditEntry(AuditActions.MirrorRebuilt, SubjectKind: "mirror", Details: new { mirror, documents }),
            ct
        );
        return TypedResults.Accepted("/api/v1/admin/mirrors", new RebuildView(documents));
    }
}
