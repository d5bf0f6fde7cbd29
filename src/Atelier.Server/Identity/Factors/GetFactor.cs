using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Factors;

internal sealed record FactorView(bool IsOn, DateTimeOffset? Since, int RecoveryCodesLeft);

/// <summary>Whether the caller's second factor is on, and how many recovery codes are left.</summary>
internal static class GetFactor
{
    public static async Task<Ok<FactorView>> Get(CurrentUser caller, IdentityDb db, CancellationToken cancel)
    {
        var since = await db
            .Factors.Where(f => f.UserId == caller.Id)
            .Select(f => f.ConfirmedAt)
            .SingleOrDefaultAsync(cancel);
        var left = await db.RecoveryCodes.CountAsync(c => c.UserId == caller.Id, cancel);
        return TypedResults.Ok(new FactorView(since is not null, since, left));
    }
}
