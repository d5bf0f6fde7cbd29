using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Ends the session the access token belongs to.</summary>
internal static class Logout
{
    public static async Task<NoContent> Post(CurrentUser caller, SessionEnd end, CancellationToken cancel)
    {
        await end.OneAsync(caller.SessionId, "logout", cancel);
        return TypedResults.NoContent();
    }
}
