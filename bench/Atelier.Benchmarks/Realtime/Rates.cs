using System.Globalization;
using System.Text;

namespace Atelier.Benchmarks.Realtime;

/// <summary>
/// How many deliveries a second, at what cost for the server, and how late when there is time. All have their crowds
/// throughout and take short turns, so that whatever else the machine does meets all of them.
/// </summary>
internal static class Rates
{
    private const int Burst = 200; // events
    private const int Warming = 3; // bursts
    private const int Turns = 4; // for each round
    private const int Paced = 50; // events, 100 ms apart

    public static async Task<string> RunAsync(Stage stage, RealtimePlan plan)
    {
        var (node, signalR, studio) = (
            await stage.NodeAsync(),
            await stage.SignalRAsync(),
            await Studio.StartAsync(stage)
        );
        await using var byNode = await Crowd.GatherAsync(node.Address, isSignalR: false, plan.Sockets);
        await using var bySignalR = await Crowd.GatherAsync(signalR.Address, isSignalR: true, plan.Sockets);
        await using var byStudio = await studio.GatherAsync(plan.Sockets);
        var peer = new Contender("bare SignalR", signalR, bySignalR);
        Contender[] all = [new("Node ws", node, byNode), peer, new("Atelier", studio.Server, byStudio)];

        for (var warming = 0; warming < Warming; warming++)
            foreach (var one in all)
                await one.Crowd.BurstAsync(one.Server, Burst);
        for (var turn = 1; turn <= Turns * plan.Rounds; turn++)
        {
            foreach (var one in all)
                await BurstAsync(one);
            RealtimeBenchmark.Note(
                $"turn {turn}: {string.Join(", ", all.Select(one => $"{one.Name} {one.PerSecond[^1]:N0}/s"))}"
            );
        }
        for (var round = 0; round < plan.Rounds; round++)
            foreach (var one in all)
                await PaceAsync(one);
        return Report(all, peer);
    }

    private static async Task BurstAsync(Contender one)
    {
        var cpu = one.Server.Cpu;
        one.PerSecond.Add(await one.Crowd.BurstAsync(one.Server, Burst));
        one.Cpu.Add((one.Server.Cpu - cpu) * 1e6 / Burst / one.Crowd.Size);
    }

    private static async Task PaceAsync(Contender one)
    {
        var late = await one.Crowd.PaceAsync(one.Server, Paced, milliseconds: 100);
        one.Middle.Add(late.At(0.5));
        one.Late.Add(late.At(0.99));
    }

    private static string Report(Contender[] all, Contender peer)
    {
        var report = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"""
            ## Deliveries

            {peer.Crowd.Size} sockets each, {peer.PerSecond.Count} turns of {Burst} events as fast as they go; then {Paced} events 100 ms apart,
            {peer.Late.Count} times. Medians; the ratio is that of the same turn.

            | | deliveries/s (turns) | of SignalR | server CPU of one | late, p50 | p99 |
            |---|---|---|---|---|---|

            """
        );
        foreach (var one in all)
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Name} | {one.PerSecond.Median():N0} ({one.PerSecond.Min():N0}..{one.PerSecond.Max():N0}) | {one.PerSecond.Zip(peer.PerSecond, (own, other) => own / other).Median():F2}x | {one.Cpu.Median():F2} µs | {one.Middle.Median():F1} ms | {one.Late.Median():F1} ms |"
            );
        return report.ToString();
    }

    private sealed record Contender(string Name, Server Server, Crowd Crowd)
    {
        public List<double> PerSecond { get; } = [];

        /// <summary>Microseconds.</summary>
        public List<double> Cpu { get; } = [];

        /// <summary>Milliseconds, the middle one of a round.</summary>
        public List<double> Middle { get; } = [];

        /// <summary>Milliseconds, that of the last hundredth.</summary>
        public List<double> Late { get; } = [];
    }
}
