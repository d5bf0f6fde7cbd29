using Atelier.JobEngine;
using Atelier.Platform.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>A working node in a process of its own, with the product's own times.</summary>
internal static class ChaosNode
{
    /// <summary>The benchmark starts itself with this verb.</summary>
    public const string Verb = "chaos-node";

    public const string SlowLane = "slow";

    /// <summary>Applied by whoever queues.</summary>
    public const int SlowJobsOfOneOwner = 3;

    public static async Task<int> RunAsync(string address, bool older)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [] });
        builder.Services.AddSingleton(NpgsqlDataSource.Create(DatabaseServices.Defaults + address));
        builder
            .Services.AddJobEngine(options =>
            {
                options.LaneConcurrency = 6;
                options.Backoff = TimeSpan.FromMilliseconds(200);
                options.LongestBackoff = TimeSpan.FromSeconds(2);
            })
            .AddJobHandler<SteppedJob, SteppedHandler>()
            .AddJobHandler<SlowJob, SteppedHandler>(SlowLane)
            .AddJobHandler<StubbornJob, StubbornHandler>();
        if (!older)
            builder.Services.AddJobHandler<NovelJob, SteppedHandler>();
        using var host = builder.Build();
        _ = Task.Run(EndWithParentAsync);
        await host.RunAsync();
        return 0;
    }

    private static async Task EndWithParentAsync()
    {
        await Console.In.ReadToEndAsync();
        Environment.Exit(1);
    }
}
