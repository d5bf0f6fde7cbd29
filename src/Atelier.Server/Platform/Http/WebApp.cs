using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Http;

/// <summary>
/// The web app as it was built: its hashed files for ever, its landing page at <c>/</c>, and its one page for every
/// address that is nobody else's. A studio without one (a node that only answers programs) leads to <c>/docs</c>.
/// </summary>
internal static class WebApp
{
    private const string Hashed = "/assets";
    private const string Forever = "public, max-age=31536000, immutable";
    private static readonly string[] NotPages = ["/api", "/ws", "/openapi", "/docs", "/health", Hashed];

    public static void UseWebApp(this WebApplication app)
    {
        if (FolderOf(app.Services) is not { } folder)
            return;
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Hashed), assets => assets.UseResponseCompression());
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments(Hashed)
                        ? Forever
                        : "no-cache",
            }
        );
        var page = Path.Combine(folder, "app.html");
        app.Use((http, next) => IsPage(http) ? SendAsync(http, page) : next(http));
    }

    public static void MapLandingPage(this IEndpointRouteBuilder routes)
    {
        var folder = FolderOf(routes.ServiceProvider);
        routes
            .MapGet(
                "/",
                (HttpContext http) =>
                    folder is null
                        ? TypedResults.Redirect("/docs").ExecuteAsync(http)
                        : SendAsync(http, Path.Combine(folder, "index.html"))
            )
            .ExcludeFromDescription();
    }

    private static string? FolderOf(IServiceProvider services)
    {
        var packs = services.GetRequiredService<IOptions<StudioOptions>>().Value.Packs;
        var built = Path.GetFullPath(Path.Combine(packs, "..", "..", "web", "dist"));
        return File.Exists(Path.Combine(built, "app.html")) ? built : null;
    }

    /// <summary>A browser that asks for a page nobody else answers for.</summary>
    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint() is null
        && HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !NotPages.Any(prefix => http.Request.Path.StartsWithSegments(prefix));

    private static Task SendAsync(HttpContext http, string file)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.SendFileAsync(file, http.RequestAborted);
    }
}
