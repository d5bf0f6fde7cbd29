using Microsoft.Net.Http.Headers;

namespace Atelier.Platform.Edge;

/// <summary>What every answer tells a browser, unless the one who made it said so more strictly.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages take everything from this server, and run no script that stands in the page itself.</summary>
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>Anything else is not meant to be a page at all.</summary>
    private const string DataPolicy =
        "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(Complete, http);
                return next(http);
            }
        );

    private static Task Complete(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        var type = headers.ContentType.ToString();
        var isPage = type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, isPage ? PagePolicy : DataPolicy);
        headers.TryAdd(HeaderNames.CacheControl, IsPublic(http.Request.Path) ? "no-cache" : "no-store");
        if (IsText(type))
            headers.ContentType = $"{type}; charset=utf-8";
        return Task.CompletedTask;
    }

    /// <summary>The same for everybody; all else may be meant for one person.</summary>
    private static bool IsPublic(PathString path) =>
        path == "/" || path.StartsWithSegments("/docs") || path.StartsWithSegments("/openapi");

    /// <summary>Text that leaves its encoding to be guessed; all of ours is UTF-8.</summary>
    private static bool IsText(string type) =>
        (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal))
        && !type.Contains("charset", StringComparison.OrdinalIgnoreCase);
}
