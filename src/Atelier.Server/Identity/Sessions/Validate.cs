using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <summary>Whom a token that is good stands for, and until when. A bad one is answered with 401 like anywhere.</summary>
internal sealed record TokenStandingView(
    Guid UserId,
    Guid? SessionId,
    Guid? KeyId,
    string Role,
    IReadOnlyList<string> Scopes,
    DateTimeOffset ExpiresAt
);

internal static class Validate
{
    public static async Task<Ok<TokenStandingView>> Get(CurrentUser caller, HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(); // made once a request, so this asks nobody again
        return TypedResults.Ok(
            new TokenStandingView(
                caller.Id,
                caller.IsInPerson ? caller.CredentialId : null,
                caller.IsInPerson ? null : caller.CredentialId,
                caller.Role,
                [.. caller.Scopes.Order(StringComparer.Ordinal)],
                ticket.Properties!.ExpiresUtc!.Value
            )
        );
    }
}
