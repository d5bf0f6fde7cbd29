using Atelier.JobEngine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>How the platform and the modules put their part of the database in place.</summary>
internal static class DatabaseServices
{
    public static void AddStudioDatabase(this IServiceCollection services)
    {
        services.AddSingleton<StudioDatabase>();
        services.AddSingleton<Migrator>();
        services.AddSingleton(provider =>
        {
            var source = new NpgsqlDataSourceBuilder(provider.GetRequiredService<StudioDatabase>().ConnectionString);
            source.ConnectionStringBuilder.ApplicationName = "atelier";
            source.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
            return source.Build();
        });
    }

    /// <summary>The job engine on the same database. Every process queues and watches; only some roles work.</summary>
    public static void AddStudioJobs(this IServiceCollection services)
    {
        services.AddSingleton(MigrationSet.Of("jobs", JobEngineMigrations.All.Select(f => (FileName(f.Name), f.Sql))));
        services.AddJobEngine();
        services
            .AddOptions<JobEngineOptions>()
            .Configure<IOptions<StudioOptions>>((jobs, studio) => jobs.Work = studio.Value.RunsJobs);
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
