namespace Atelier.Identity.Sessions;

/// <summary>A cookie that scripts cannot read, other sites cannot have sent, and neighbouring hosts cannot set.</summary>
internal sealed record HostCookie(string Name, TimeSpan Lifetime)
{
    /// <returns>Null when there is none, or one too long to be ours.</returns>
    public string? Read(HttpContext http) =>
        http.Request.Cookies[NameFor(http)] is { Length: > 0 and < 100 } text ? text : null;

    public void Set(HttpContext http, string text) =>
        http.Response.Cookies.Append(NameFor(http), text, Options(http, Lifetime));

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http), Options(http, lifetime: null));

    /// <summary>Browsers take the stricter name on TLS only.</summary>
    private string NameFor(HttpContext http) => http.Request.IsHttps ? $"__Host-{Name}" : Name;

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = lifetime,
            Path = "/",
        };
}
