using System.Security.Claims;

namespace Atelier.Identity.Contracts;

/// <summary>Who is asking. Endpoints take it as a parameter; jobs carry the id instead.</summary>
/// <param name="CredentialId">The session's or the API key's, whose standing <see cref="ISessions"/> knows.</param>
/// <param name="IsInPerson">By a login; false for a program with an API key.</param>
internal sealed record CurrentUser(
    Guid Id,
    string Role,
    IReadOnlySet<string> Scopes,
    Guid CredentialId,
    bool IsInPerson
)
{
    public const string SessionClaim = "sid";
    public const string KeyClaim = "key";

    /// <summary>Only for operations that a person does in person.</summary>
    public Guid SessionId =>
        IsInPerson ? CredentialId : throw new InvalidOperationException("An API key has no session.");

    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>For places without a request, such as a hub. Only for authenticated principals.</summary>
    public static CurrentUser From(ClaimsPrincipal user) =>
        user.Identity is CallerIdentity caller
            ? caller.User
            : throw new InvalidOperationException("Nobody is signed in here.");

    internal static CurrentUser Read(ClaimsIdentity claims)
    {
        var session = claims.FindFirst(SessionClaim);
        return new(
            Guid.Parse(Claim(claims, "sub")),
            Claim(claims, "role"),
            Claim(claims, "scope").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            Guid.Parse(session?.Value ?? Claim(claims, KeyClaim)),
            session is not null
        );
    }

    private static string Claim(ClaimsIdentity claims, string name) =>
        claims.FindFirst(name)?.Value ?? throw new InvalidOperationException($"The caller has no claim '{name}'.");
}
