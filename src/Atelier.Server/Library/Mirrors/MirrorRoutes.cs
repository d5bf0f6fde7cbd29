using Atelier.Library.Mirrors.Neo4j;
using Atelier.Library.Mirrors.Pinecone;
using Atelier.Platform;

namespace Atelier.Library.Mirrors;

/// <summary>Copies of what the library finds, in other databases, where the operator wants them (docs/guides/library.md).</summary>
internal static class MirrorRoutes
{
    public static void AddMirrors(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCheckedOptions<Neo4jOptions>(Neo4jOptions.Section);
        services.AddCheckedOptions<PineconeOptions>(PineconeOptions.Section);
        if (IsSet(builder, Neo4jOptions.Section, nameof(Neo4jOptions.Address)))
            services.AddSingleton<IMirror, Neo4jMirror>();
        if (IsSet(builder, PineconeOptions.Section, nameof(PineconeOptions.Host)))
            services.AddSingleton<IMirror, PineconeMirror>();
        services.AddSingleton<MirrorLedger>();
        services.AddSingleton<CopyReader>();
        services.AddSingleton<MirrorCourier>();
        services.AddHostedService(provider => provider.GetRequiredService<MirrorCourier>());
        services.AddHealthChecks().AddCheck<MirrorHealth>("mirrors", timeout: TimeSpan.FromSeconds(3));
    }

    public static void MapMirrors(this IEndpointRouteBuilder api)
    {
        var mirrors = api.MapGroup("/admin/mirrors").WithTags("Admin");
        mirrors.MapGet("/", ListMirrors.Get);
        mirrors.MapPost("/{mirror}/rebuild", RebuildMirror.Post).ProducesProblem(404);
    }

    private static bool IsSet(IHostApplicationBuilder builder, string section, string key) =>
        !string.IsNullOrWhiteSpace(builder.Configuration[$"{section}:{key}"]);
}
