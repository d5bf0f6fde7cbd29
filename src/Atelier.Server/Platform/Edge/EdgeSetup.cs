using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Edge;

/// <summary>Where the world meets the studio: what is believed, what is refused unread, and what browsers are told.</summary>
internal static class EdgeSetup
{
    private const long LargestBody = 1024 * 1024;

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<EdgeOptions>(EdgeOptions.Section);
        services.AddTrustedProxies();
        services.AddForeignOrigins();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<EdgeOptions>>(LimitTime);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<EdgeOptions>>(LimitServer);
        // A lone line feed would end a header line too, which not every proxy in front agrees with.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
    }

    /// <summary>What comes before anything looks at the request.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseHsts(); // says something on TLS only
    }

    /// <summary>What may refuse a request, and so comes after the one who words refusals.</summary>
    public static void UseEdgeLimits(this WebApplication app)
    {
        app.UseRefusalOfMalformed();
        app.UseForeignOrigins();
        app.UseRequestTimeouts();
        app.UseBodyTimeouts();
    }

    /// <summary>Bodies are read without regard to a request's time: one that trickles in would outlast it.</summary>
    private static void UseBodyTimeouts(this WebApplication app) =>
        app.Use(
            (http, next) =>
                http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is false
                    ? next(http)
                    : LimitBodyAsync(http, next)
        );

    private static async Task LimitBodyAsync(HttpContext http, RequestDelegate next)
    {
        await using var stop = http.RequestAborted.UnsafeRegister(
            request => ((HttpRequest)request!).BodyReader.CancelPendingRead(),
            http.Request
        );
        await next(http);
    }

    private static void LimitServer(KestrelServerOptions kestrel, IOptions<EdgeOptions> edge)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody; // routes that take files raise it for themselves
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxConcurrentConnections = edge.Value.MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = edge.Value.MostConnections;
    }

    private static void LimitTime(RequestTimeoutOptions timeouts, IOptions<EdgeOptions> edge) =>
        timeouts.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(edge.Value.RequestSeconds),
            WriteTimeoutResponse = http =>
            {
                http.RequestAborted = CancellationToken.None; // the one that has run out would cut the answer off too
                return Problem
                    .Unavailable("timed_out", "This took too long and was given up. Try again later.")
                    .ToHttp()
                    .ExecuteAsync(http);
            },
        };
}
