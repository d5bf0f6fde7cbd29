using Atelier.Platform.Database;
using Atelier.Platform.Edge;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.Mail;
using Atelier.Platform.Outgoing;
using Atelier.Platform.PersonalData;
using Atelier.Platform.Telemetry;
using Atelier.Platform.Throttling;
using Microsoft.Extensions.Options;

namespace Atelier.Platform;

/// <summary>What every module stands on: database, files, errors, JSON, API document, logs and health.</summary>
internal static class PlatformModule
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddCheckedOptions<StudioOptions>(StudioOptions.Section)
            .PostConfigure(studio => studio.Packs = studio.Packs is "" ? PacksFolder.Find() ?? "" : studio.Packs);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AssetStore(Studio(provider).DataPath("assets")));
        services.AddSingleton<AssetSweep>();
        services.AddHostedService<AssetSweeper>();
        services.AddScoped<PersonalExport>();
        services.AddStudioDatabase();
        services.AddCheckedOptions<MailOptions>(MailOptions.Section);
        services.AddSingleton<IMail, PostOffice>();
        services.AddOutgoing();
        services.AddProblemResponses();
        services.AddValidation();
        services.AddSingleton<BodyRules>();
        services.ConfigureHttpJsonOptions(options => JsonRules.Apply(options.SerializerOptions));
        services.AddApiDocument();
        services.AddResponseCompression();
        services.AddHealth();
        services.AddCheckedOptions<TelemetryOptions>(TelemetryOptions.Section);
        services.AddHostedService<TelemetryExport>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.AddEdge();
        services.AddThrottling();
        services.AddIdempotency();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseRequestSpans();
        app.UseEdge();
        app.UseProblemResponses();
        app.UseEdgeLimits();
        app.UseAuthentication();
        app.UseRequestLimit();
        app.UseAuthorization();
        app.UseIdempotency();
        app.UseRouteThrottles();
        app.UseOwnership();
        app.UseDocsFiles();
        app.UseWebApp();
    }

    public static void MapPlatform(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapOpenApi();
        routes.MapDocsPage();
        routes.MapLandingPage();
    }

    private static StudioOptions Studio(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StudioOptions>>().Value;
}
