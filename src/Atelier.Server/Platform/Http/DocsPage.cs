using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Http;

/// <summary>The API to read and try at <c>/docs</c>: Swagger UI from the packs, nothing from elsewhere.</summary>
internal static class DocsPage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Atelier API</title>
          <link rel="stylesheet" href="/docs/files/swagger-ui.css">
        </head>
        <body>
          <div id="api"></div>
          <script src="/docs/files/swagger-ui-bundle.js"></script>
          <script src="/docs/start.js"></script>
        </body>
        </html>
        """;

    private const string Start =
        "SwaggerUIBundle({ url: '/openapi/v1.json', dom_id: '#api', deepLinking: true, persistAuthorization: false });";

    public static void UseDocsFiles(this WebApplication app)
    {
        var files = Path.Combine(
            app.Services.GetRequiredService<IOptions<StudioOptions>>().Value.Packs,
            "swagger-ui-dist"
        );
        if (Directory.Exists(files))
            app.UseStaticFiles(
                new StaticFileOptions { RequestPath = "/docs/files", FileProvider = new PhysicalFileProvider(files) }
            );
    }

    public static void MapDocsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/docs", () => TypedResults.Content(Html, "text/html; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/docs/start.js", () => TypedResults.Content(Start, "text/javascript")).ExcludeFromDescription();
    }
}
