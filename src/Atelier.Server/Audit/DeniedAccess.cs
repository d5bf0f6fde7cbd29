using Atelier.Audit.Contracts;
using Atelier.Platform.Http;

namespace Atelier.Audit;

/// <summary>Records every 403 that nothing else was recorded about, whoever gave it.</summary>
internal sealed class DeniedAccess(RequestDelegate next, IAuditTrail trail, ILogger<DeniedAccess> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status403Forbidden || AuditTrail.KnowsOf(http))
            return;
        try
        {
            await trail.RecordAsync(EntryOf(http), CancellationToken.None);
        }
        catch (Exception e)
        {
            // The refusal has been sent and stands; what is lost is only its record.
            log.LogError(e, "A refusal of {Method} {Path} was not recorded", http.Request.Method, http.Request.Path);
        }
    }

    private static AuditEntry EntryOf(HttpContext http)
    {
        var endpoint = http.GetEndpoint() as RouteEndpoint;
        var owned = endpoint?.Metadata.GetMetadata<OwnedRoute>();
        Guid? id = Guid.TryParse(http.GetRouteValue(owned?.RouteValue ?? "")?.ToString(), out var named) ? named : null;
        var route = $"{http.Request.Method} {endpoint?.RoutePattern.RawText}";
        return new(AuditActions.AccessDenied, AuditOutcome.Denied, null, owned?.Noun, id, new { route });
    }
}

/// <summary>Puts the watch around everything that may refuse.</summary>
internal sealed class DeniedAccessWatch : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseMiddleware<DeniedAccess>();
            next(app);
        };
}
