using Atelier.Platform.Edge;
using Atelier.Platform.Errors;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Where a web client's refresh token lives: its scripts never see it. A browser sends the cookie by itself, so whoever
/// uses it must be a page of an own origin.
/// </summary>
internal sealed class RefreshCookie(SessionTokens tokens, IOptions<EdgeOptions> edge)
{
    private readonly HostCookie _cookie = new("atelier_refresh", tokens.RefreshLifetime);

    public string? Read(HttpContext http) => _cookie.Read(http);

    /// <summary>Moves the refresh token out of the body.</summary>
    public TokenView Keep(HttpContext http, TokenView view)
    {
        _cookie.Set(http, view.RefreshToken!);
        return view with { RefreshToken = null };
    }

    public void Clear(HttpContext http) => _cookie.Clear(http);

    /// <returns>Null when the request comes from a page that may use the cookie, or from no page at all.</returns>
    public Problem? Check(HttpContext http) =>
        http.Request.Headers["Sec-Fetch-Site"] == "cross-site" || ForeignOrigins.IsForeign(http.Request, edge.Value)
            ? Foreign
            : null;

    private static Problem Foreign =>
        Problem.Forbidden(
            "foreign_origin",
            "Pages of this origin may not use the login; Atelier:Http:Origins names those that may."
        );
}
