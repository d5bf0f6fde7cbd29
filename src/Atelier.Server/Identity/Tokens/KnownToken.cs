using System.Security.Claims;
using System.Text.Json.Nodes;
using Atelier.Identity.Contracts;

namespace Atelier.Identity.Tokens;

/// <summary>A token that was verified, and the caller it makes, which is the same for every request that brings it.</summary>
internal sealed class KnownToken
{
    private readonly List<(string Type, string Value)> _claims;
    private readonly string[] _scopes;
    private volatile CallerIdentity? _caller;

    public KnownToken(SignedToken token)
    {
        Token = token;
        _claims =
        [
            .. token
                .Claims.Where(claim => claim.Value is JsonValue && claim.Key is not ("role" or "scope"))
                .Select(claim => (claim.Key, claim.Value!.ToString())),
        ];
        _scopes = token.Claims["scope"]?.ToString().Split(' ') ?? [];
        Session = Guid.TryParse(token.Claims[CurrentUser.SessionClaim]?.ToString(), out var session) ? session : null;
    }

    public SignedToken Token { get; }

    public Guid? Session { get; }

    /// <summary>A person who lost a role must not go on with what a token of that role allowed.</summary>
    public CallerIdentity As(string role, string scheme)
    {
        if (_caller is { } caller && caller.Role == role)
            return caller;
        var scope = string.Join(' ', Roles.ScopesOf(role).Intersect(_scopes));
        return _caller = new([.. _claims, ("role", role), ("scope", scope)], scheme);
    }
}
