using Atelier.JobEngine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>Three working nodes, and this process as the one that queues; each behind a proxy of its own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const int Size = 3;

    private readonly List<NodeProcess> _nodes = [];
    private readonly IHost _queueing;

    private Cluster(ChaosDatabase database)
    {
        WritersProxy = new ChaosProxy(database.Address.Port);
        for (var i = 0; i < Size; i++)
        {
            var proxy = new ChaosProxy(database.Address.Port);
            _nodes.Add(new NodeProcess(proxy, Through(database, proxy)));
        }
        _queueing = Queueing(Through(database, WritersProxy));
    }

    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    public ChaosProxy WritersProxy { get; }

    public IServiceProvider Client => _queueing.Services;

    public static async Task<Cluster> StartAsync(ChaosDatabase database)
    {
        var cluster = new Cluster(database);
        // As in the middle of an upgrade: the first is still of the older version.
        for (var i = 0; i < Size; i++)
            cluster._nodes[i].Start(older: i == 0);
        await cluster._queueing.StartAsync();
        while (await database.ScalarAsync<long>("select count(*) from jobs.node where lanes <> '{}'") < Size)
            await Task.Delay(100);
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await _queueing.StopAsync();
        _queueing.Dispose();
        await WritersProxy.DisposeAsync();
    }

    private static string Through(ChaosDatabase database, ChaosProxy proxy)
    {
        var address = database.Address;
        (address.Port, address.MaxPoolSize) = (proxy.Port, 30);
        return address.ConnectionString;
    }

    private static IHost Queueing(string address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(address));
        builder
            .Services.AddJobEngine(options =>
            {
                options.Work = false;
                options.OwnerLimits[ChaosNode.SlowLane] = ChaosNode.SlowJobsOfOneOwner;
            })
            .AddJobHandler<SteppedJob, SteppedHandler>()
            .AddJobHandler<SlowJob, SteppedHandler>(ChaosNode.SlowLane)
            .AddJobHandler<StubbornJob, StubbornHandler>()
            .AddJobHandler<NovelJob, SteppedHandler>();
        return builder.Build();
    }
}
