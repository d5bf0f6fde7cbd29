using System.Globalization;
using System.Security.Claims;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Whom a token that is good stands for, and until when. A bad one is answered with 401 like anywhere.</summary>
internal sealed record TokenStandingView(
    Guid UserId,
    Guid SessionId,
    string Role,
    IReadOnlyList<string> Scopes,
    DateTimeOffset ExpiresAt
);

internal static class Validate
{
    public static Ok<TokenStandingView> Get(CurrentUser caller, ClaimsPrincipal user)
    {
        var expires = long.Parse(user.FindFirstValue("exp")!, CultureInfo.InvariantCulture);
        return TypedResults.Ok(
            new TokenStandingView(
                caller.Id,
                caller.SessionId,
                caller.Role,
                [.. caller.Scopes.Order(StringComparer.Ordinal)],
                DateTimeOffset.FromUnixTimeSeconds(expires)
            )
        );
    }
}
