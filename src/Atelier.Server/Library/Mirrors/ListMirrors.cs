using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Mirrors;

internal static class ListMirrors
{
    /// <summary>Those that are switched on, and how far behind they are.</summary>
    public static async Task<Ok<IReadOnlyList<MirrorView>>> Get(MirrorLedger ledger, CancellationToken ct) =>
        TypedResults.Ok(await ledger.ListAsync(ct));
}
