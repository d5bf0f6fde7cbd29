using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <summary>Ends the session the access token belongs to; its refresh token is dead at once.</summary>
internal static class Logout
{
    public static async Task<NoContent> Post(
        CurrentUser user,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        await db
            .Sessions.Where(session => session.Id == user.SessionId && session.RevokedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.RevokedAt, now).SetProperty(s => s.RevokedBecause, "logout"),
                cancel
            );
        return TypedResults.NoContent();
    }
}
