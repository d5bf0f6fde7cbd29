using System.Security.Claims;

namespace Atelier.Identity.Contracts;

/// <summary>Who is asking. Endpoints take it as a parameter; jobs carry the id instead.</summary>
internal sealed record CurrentUser(Guid Id, string Role, IReadOnlySet<string> Scopes, Guid SessionId)
{
    public bool IsAdmin => Role == Roles.Admin;

    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>For places without a request, such as a hub. Only for authenticated principals.</summary>
    public static CurrentUser From(ClaimsPrincipal user) =>
        new(
            Guid.Parse(Claim(user, "sub")),
            Claim(user, "role"),
            Claim(user, "scope").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            Guid.Parse(Claim(user, "sid"))
        );

    private static string Claim(ClaimsPrincipal user, string name) =>
        user.FindFirst(name)?.Value ?? throw new InvalidOperationException($"The caller has no claim '{name}'.");
}
