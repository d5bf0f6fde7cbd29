using Microsoft.AspNetCore.Http.Features;

namespace Atelier.Platform.Telemetry;

/// <summary>Names the framework's span of a request by its route, as OpenTelemetry's conventions have it; paths hold ids.</summary>
internal static class RequestSpans
{
    public static void UseRequestSpans(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                finally
                {
                    if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                    {
                        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/');
                        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} /{route}";
                        span.SetTag("http.request.method", http.Request.Method)
                            .SetTag("http.route", route is null ? null : $"/{route}")
                            .SetTag("http.response.status_code", http.Response.StatusCode);
                    }
                }
            }
        );
}
