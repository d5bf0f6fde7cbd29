using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Edge;

/// <summary>Pages of other sites read nothing and open no live connection, unless the options name their origin.</summary>
internal static class ForeignOrigins
{
    private static readonly string[] Readable =
    [
        "Content-Disposition",
        "ETag",
        "Idempotency-Replayed",
        "Location",
        "Retry-After",
        "WWW-Authenticate",
    ];

    public static void AddForeignOrigins(this IServiceCollection services)
    {
        services.AddCors();
        services
            .AddOptions<CorsOptions>()
            .Configure<IOptions<EdgeOptions>>(
                (cors, edge) =>
                    cors.AddDefaultPolicy(policy =>
                        policy
                            .WithOrigins([.. edge.Value.Origins])
                            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                            .AllowAnyHeader()
                            .WithExposedHeaders(Readable)
                            .AllowCredentials()
                            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
                    )
            );
    }

    public static void UseForeignOrigins(this WebApplication app)
    {
        var edge = app.Services.GetRequiredService<IOptions<EdgeOptions>>().Value;
        app.UseCors();
        // Browsers do not ask for leave before they open a WebSocket, so CORS guards none.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/ws") && IsForeign(http.Request, edge),
            foreign =>
                foreign.Run(http =>
                    Problem
                        .Forbidden(
                            "foreign_origin",
                            "Pages of this origin may not connect; Atelier:Http:Origins names those that may."
                        )
                        .ToHttp()
                        .ExecuteAsync(http)
                )
        );
    }

    /// <summary>Asked by a page of another site that the options do not name.</summary>
    public static bool IsForeign(HttpRequest request, EdgeOptions edge) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !edge.Origins.Contains(origin)
        && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
