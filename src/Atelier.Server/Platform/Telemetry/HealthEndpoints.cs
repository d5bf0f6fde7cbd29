using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Atelier.Platform.Telemetry;

/// <summary>Is it running (live), may it be sent work (ready), and what exactly is wrong (details, for admins).</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Limit)
            .AddCheck<MigrationHealth>("migrations", timeout: Limit)
            .AddCheck<DiskHealth>("disk", timeout: Limit)
            .AddCheck<ToolHealth>("tools", timeout: Limit);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithMetadata(new HttpMethodMetadata(["GET"]));
        health.MapHealthChecks("/live", Options(Brief, _ => false));
        health.MapHealthChecks("/ready", Options(Brief));
        health.MapHealthChecks("/", Options(Brief));
        health.MapHealthChecks("/details", Options(Detailed));
    }

    private static HealthCheckOptions Options(
        Func<HttpContext, HealthReport, Task> write,
        Func<HealthCheckRegistration, bool>? which = null
    ) =>
        new()
        {
            ResponseWriter = write,
            Predicate = which,
            AllowCachingResponses = false,
        };

    private static Task Brief(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(new { status = Word(report.Status) });

    private static Task Detailed(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                milliseconds = report.TotalDuration.TotalMilliseconds,
                checks = report.Entries.ToDictionary(
                    check => check.Key,
                    check => new
                    {
                        status = Word(check.Value.Status),
                        check.Value.Description,
                        milliseconds = check.Value.Duration.TotalMilliseconds,
                    }
                ),
            }
        );

    private static string Word(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
