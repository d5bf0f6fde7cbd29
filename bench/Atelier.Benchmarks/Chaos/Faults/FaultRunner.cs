using Atelier.Benchmarks.Chaos.Nodes;

namespace Atelier.Benchmarks.Chaos.Faults;

/// <param name="Process">The process that was hit, 0 where it was none.</param>
internal sealed record Happened(Fault Fault, DateTimeOffset At, int Process);

/// <summary>From the database being struck down until it took connections again.</summary>
internal readonly record struct Outage(DateTimeOffset From, DateTimeOffset To);

/// <summary>Carries out a plan.</summary>
internal sealed class FaultRunner(ChaosDatabase database, Cluster cluster, TimeProvider time)
{
    private const string EndThird = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and pid % 3 = 
        """;

    private readonly List<Task> _running = [];
    private readonly List<Happened> _happened = [];
    private readonly List<Outage> _outages = [];
    private Task _restarting = Task.CompletedTask;

    public IReadOnlyList<Happened> Happened => _happened;

    public IReadOnlyList<Outage> Outages => _outages;

    /// <param name="writers">Ends early only when something failed that must not.</param>
    public async Task RunAsync(IReadOnlyList<Fault> plan, TimeSpan length, Task writers)
    {
        var begun = time.GetTimestamp();
        foreach (var fault in plan)
        {
            await UntilAsync(fault.At);
            var process = fault.Node < 0 ? 0 : cluster.Nodes[fault.Node].Id;
            _happened.Add(new Happened(fault, time.GetUtcNow(), process));
            _running.Add(HitAsync(fault));
        }
        await UntilAsync(length);

        async Task UntilAsync(TimeSpan moment)
        {
            var left = moment - time.GetElapsedTime(begun);
            if (left > TimeSpan.Zero)
                await Task.WhenAny(Task.Delay(left, time), writers);
            if (writers.IsFaulted)
                await writers;
        }
    }

    /// <summary>Waits until everything that was broken works again.</summary>
    public Task HealAsync() => Task.WhenAll(_running);

    private Task HitAsync(Fault fault) =>
        fault.Kind switch
        {
            FaultKind.Kill => KillAsync(cluster.Nodes[fault.Node], fault),
            FaultKind.Stop => StopAsync(cluster.Nodes[fault.Node], fault),
            FaultKind.ShortFreeze or FaultKind.LongFreeze => FreezeAsync(cluster.Nodes[fault.Node], fault),
            FaultKind.RestartDatabase => _restarting = RestartAsync(_restarting),
            FaultKind.EndSessions => InsistAsync(EndThird + fault.Dice % 3),
            FaultKind.SilentListener => SilenceAsync(
                cluster.Nodes[fault.Node].Proxy.Links.Where(link => link.Listens).Select(link => link.Way),
                fault
            ),
            FaultKind.SilentConnections => SilenceAsync(
                cluster
                    .Nodes[fault.Node]
                    .Proxy.Links.Where(link => link.Number % 2 == fault.Dice % 2)
                    .Select(l => l.Way),
                fault
            ),
            FaultKind.Partition => SilenceAsync([cluster.Nodes[fault.Node].Proxy.Way], fault),
            FaultKind.LostAnswers => LoseAsync(cluster.Nodes[fault.Node].Proxy, fault),
            FaultKind.LostAnswersOfWriters => LoseAsync(cluster.WritersProxy, fault),
            FaultKind.PauseLane => ShutLaneAsync(1, fault),
            _ => ShutLaneAsync(2, fault),
        };

    private async Task KillAsync(NodeProcess node, Fault fault)
    {
        await node.KillAsync();
        await Task.Delay(fault.Length, time);
        node.Start(older: fault.Dice % 3 == 0);
    }

    private static async Task StopAsync(NodeProcess node, Fault fault)
    {
        await node.StopAsync(fault.Length);
        node.Start(older: fault.Dice % 3 == 0);
    }

    private async Task FreezeAsync(NodeProcess node, Fault fault)
    {
        await node.SignalAsync("STOP");
        await Task.Delay(fault.Length, time);
        await node.SignalAsync("CONT");
    }

    // One after the other: a database that is down cannot be struck down.
    private async Task RestartAsync(Task before)
    {
        await before;
        var from = time.GetUtcNow();
        await database.RestartAsync();
        _outages.Add(new Outage(from, time.GetUtcNow()));
    }

    private async Task SilenceAsync(IEnumerable<Gate> ways, Fault fault)
    {
        var closed = ways.ToList();
        closed.ForEach(way => way.Close());
        await Task.Delay(fault.Length, time);
        closed.ForEach(way => way.Open());
    }

    private async Task LoseAsync(ChaosProxy proxy, Fault fault)
    {
        proxy.LoseOneAnswerIn(2 + fault.Dice % 4);
        await Task.Delay(fault.Length, time);
        proxy.LoseOneAnswerIn(0);
    }

    private async Task ShutLaneAsync(int mode, Fault fault)
    {
        var lane = fault.Dice % 2 == 0 ? "default" : ChaosNode.SlowLane;
        await InsistAsync($"update jobs.lane set mode = {mode} where name = '{lane}'");
        await Task.Delay(fault.Length, time);
        await InsistAsync($"update jobs.lane set mode = 0 where name = '{lane}'");
    }

    private async Task InsistAsync(string sql)
    {
        while (true)
        {
            try
            {
                await database.ExecuteAsync(sql);
                return;
            }
            catch (Exception problem) when (Broken.Is(problem))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time);
            }
        }
    }
}
