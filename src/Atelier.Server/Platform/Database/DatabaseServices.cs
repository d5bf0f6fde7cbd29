using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>How the platform and the modules put their part of the database in place.</summary>
internal static class DatabaseServices
{
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
            var source = new NpgsqlDataSourceBuilder(provider.GetRequiredService<StudioDatabase>().ConnectionString);
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
