using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Ends one of the caller's sessions, or all of them, the asking one among them.</summary>
internal static class EndSession
{
    public static async Task<NoContent> Delete(Guid sessionId, SessionEnd end, CancellationToken cancel)
    {
        await end.OneAsync(sessionId, "revoked", cancel);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> DeleteAll(CurrentUser caller, SessionEnd end, CancellationToken cancel)
    {
        await end.AllOfAsync(caller.Id, "logout_everywhere", cancel);
        return TypedResults.NoContent();
    }
}
