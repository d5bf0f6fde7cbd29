using System.Security.Claims;

namespace Atelier.Identity.Contracts;

/// <summary>A caller's claims, and what they say, read once for all the requests that come with the same credential.</summary>
internal sealed class CallerIdentity : ClaimsIdentity
{
    private CurrentUser? _user;

    public CallerIdentity(IEnumerable<(string Type, string Value)> claims, string scheme)
        : base(claims.Select(claim => new Claim(claim.Type, claim.Value)), scheme, nameType: "sub", roleType: "role") =>
        Role = FindFirst("role")?.Value;

    public string? Role { get; }

    public CurrentUser User => _user ??= CurrentUser.Read(this);
}
