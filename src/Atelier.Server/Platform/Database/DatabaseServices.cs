using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>How the platform and the modules put their part of the database in place.</summary>
internal static class DatabaseServices
{
    /// <summary>
    /// Statements that come again are parsed once a connection; and a server that did not answer a statement in time is not
    /// waited for much longer (milliseconds) to confirm that it gave up. What the operator's own string says comes later
    /// and holds, as a pooler in between may need it.
    /// </summary>
    public const string Defaults = "Max Auto Prepare=100;Auto Prepare Min Usages=3;Cancellation Timeout=500;";

    public static void AddStudioDatabase(this IServiceCollection services)
    {
        services.AddSingleton<StudioDatabase>();
        services.AddHostedService<DatabaseWatch>();
        services.AddSingleton<Migrator>();
        services.AddSingleton(MigrationSet.Embedded(typeof(Migrator).Assembly, "Platform"));
        services.AddHostedService<Sweeper>();
        services.AddSingleton(
            MigrationSet.Of("jobs", JobEngineMigrations.All.Select(file => (FileName(file.Name), file.Sql)))
        );
        services.AddSingleton(provider =>
        {
            var studio = provider.GetRequiredService<StudioDatabase>();
            var source = new NpgsqlDataSourceBuilder(Defaults + studio.ConnectionString);
            source.ConnectionStringBuilder.ApplicationName = "atelier";
            source.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
            return source.Build();
        });
    }

    /// <summary>
    /// A module's context on its own schema, and the migrations embedded from the module's folder. They run in the
    /// order of these calls.
    /// </summary>
    public static void AddModuleDatabase<TDb>(this IHostApplicationBuilder builder)
        where TDb : DbContext
    {
        var module = typeof(TDb).Namespace!.Split('.')[1];
        builder.Services.AddSingleton(MigrationSet.Embedded(typeof(TDb).Assembly, module));
        builder.Services.AddDbContextPool<TDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
        );
    }

    /// <summary>Embedded files are named by their folders, joined with dots.</summary>
    private static string FileName(string resource) => string.Join('.', resource.Split('.')[^2..]);
}
