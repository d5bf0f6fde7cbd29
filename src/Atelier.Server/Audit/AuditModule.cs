using Atelier.Audit.Contracts;
using Atelier.Platform.Database;
using Atelier.Platform.PersonalData;

namespace Atelier.Audit;

/// <summary>Who did what, to whom, when, from where, and how it ended: append-only and hash-chained.</summary>
internal static class AuditModule
{
    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddModuleDatabase<AuditDb>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddScoped<IPersonalData, AuditPersonalData>();
        services.AddSingleton<AuditCheck>();
        services.AddSingleton<IAuditProof>(provider => provider.GetRequiredService<AuditCheck>());
        services.AddSingleton<IStartupFilter, DeniedAccessWatch>();
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
    }

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/admin/audit").WithTags("Admin");
        audit.MapGet("/", ListAudit.Get);
        audit
            .MapGet("/export", ExportAudit.Get)
            .Produces<Stream>(StatusCodes.Status200OK, "application/x-ndjson", "text/csv");
        audit.MapGet("/check", CheckAudit.Get);
    }
}
