using System.Text.Json.Nodes;
using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Atelier.Identity.Tokens;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Sessions;

/// <summary>Makes the pair of tokens that stands for a session.</summary>
internal sealed class SessionTokens(JsonWebToken tokens, IOptions<IdentityOptions> options)
{
    public TimeSpan RefreshLifetime => TimeSpan.FromDays(options.Value.RefreshDays);

    public TimeSpan SessionLifetime => TimeSpan.FromDays(options.Value.SessionDays);

    public TokenView Issue(User user, Session session, string refreshToken)
    {
        var lifetime = TimeSpan.FromMinutes(options.Value.AccessMinutes);
        var claims = new JsonObject
        {
            ["sub"] = user.Id.ToString(),
            [CurrentUser.SessionClaim] = session.Id.ToString(),
            ["role"] = user.Role,
            ["scope"] = string.Join(' ', ScopesOf(user, session)),
        };
        return new(tokens.Sign(claims, lifetime), refreshToken, "Bearer", (int)lifetime.TotalSeconds);
    }

    private static IEnumerable<string> ScopesOf(User user, Session session) =>
        Roles.ScopesOf(user.Role).Where(scope => session.Scopes?.Contains(scope) is not false);
}
