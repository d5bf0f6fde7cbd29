using Atelier.JobEngine.Batches;
using Atelier.JobEngine.Board;
using Atelier.JobEngine.Nodes;
using Atelier.JobEngine.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.JobEngine;

public static class JobEngineServices
{
    /// <summary>
    /// Adds <see cref="JobClient"/>, <see cref="JobFeed"/>, <see cref="ClusterHints"/> and the hosted node. Needs an <c>NpgsqlDataSource</c> among
    /// the services, whose database has the schema of <see cref="JobEngineMigrations"/>.
    /// </summary>
    public static IServiceCollection AddJobEngine(
        this IServiceCollection services,
        Action<JobEngineOptions>? configure = null
    )
    {
        services.AddOptions<JobEngineOptions>().Configure(configure ?? (_ => { }));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JobEngineOptions>, OptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new NodeFacts("unknown", "worker"));
        services.TryAddSingleton<Names>();
        services.TryAddSingleton<HandlerCatalog>();
        services.TryAddSingleton(all => new JobClient(
            all.GetRequiredService<NpgsqlDataSource>(),
            all.GetRequiredService<Names>(),
            all.GetRequiredService<HandlerCatalog>(),
            all.GetRequiredService<IOptions<JobEngineOptions>>(),
            all.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton(all => new JobBatches(
            all.GetRequiredService<NpgsqlDataSource>(),
            all.GetRequiredService<JobClient>()
        ));
        services.TryAddSingleton(all => new JobSchedules(
            all.GetRequiredService<NpgsqlDataSource>(),
            all.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton(all => new JobBoard(all.GetRequiredService<NpgsqlDataSource>()));
        services.TryAddSingleton(all => new JobFeed(
            all.GetRequiredService<NpgsqlDataSource>(),
            all.GetRequiredService<Listener>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<JobFeed>>()
        ));
        services.TryAddSingleton(all => new ClusterHints(
            all.GetRequiredService<Notices>(),
            all.GetRequiredService<Listener>()
        ));
        services.TryAddSingleton<Listener>();
        services.TryAddSingleton<Notices>();
        services.AddHostedService<JobNode>();
        services.AddHostedService<QueueMeter>();
        services.AddHostedService<ScheduleTicker>();
        return services;
    }

    /// <summary>
    /// Says who does the jobs of one kind. The handler is made anew, in a scope of its own, for every run.
    /// </summary>
    /// <param name="lane">Jobs of a lane share its concurrency; see <see cref="JobEngineOptions.Lanes"/>.</param>
    public static IServiceCollection AddJobHandler<TPayload, THandler>(
        this IServiceCollection services,
        string lane = HandlerCatalog.DefaultLane
    )
        where TPayload : IJobPayload
        where THandler : class, IJobHandler<TPayload>
    {
        services.TryAddScoped<THandler>();
        services.AddSingleton(HandlerEntry.For<TPayload, THandler>(lane));
        return services;
    }
}
