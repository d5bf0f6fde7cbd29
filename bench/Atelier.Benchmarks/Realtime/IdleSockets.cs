using System.Globalization;

namespace Atelier.Benchmarks.Realtime;

/// <summary>What sockets cost that only wait: memory, and the time of other people's requests.</summary>
internal static class IdleSockets
{
    private const int First = 200; // what these cost, is paid once
    private const int Requests = 500;

    public static async Task<string> RunAsync(Stage stage, int sockets)
    {
        var node = await stage.NodeAsync();
        RealtimeBenchmark.Note("idle: Node ws");
        var (byNode, _) = await MeasureAsync(node, size => Crowd.GatherAsync(node.Address, isSignalR: false, size));

        var signalR = await stage.SignalRAsync();
        RealtimeBenchmark.Note("idle: bare SignalR");
        var (bySignalR, _) = await MeasureAsync(
            signalR,
            size => Crowd.GatherAsync(signalR.Address, isSignalR: true, size)
        );

        var studio = await Studio.StartAsync(stage);
        RealtimeBenchmark.Note("idle: Atelier");
        await AskAsync(); // warm
        var alone = await AskAsync();
        var (byStudio, beside) = await MeasureAsync(studio.Server, studio.GatherAsync, AskAsync);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ## Idle sockets

            | {sockets} sockets that wait | Atelier | bare SignalR | Node ws |
            |---|---|---|---|
            | memory of one | {byStudio:F1} kB | {bySignalR:F1} kB | {byNode:F1} kB |
            | p99 of a request, without / beside them | {alone.At(0.99):F2} / {beside!.At(0.99):F2} ms | | |

            """
        );

        Task<double[]> AskAsync() => studio.Person.AskAsync(studio.Server, Requests);

        async Task<(double KilobytesEach, double[]? Beside)> MeasureAsync(
            Server server,
            Func<int, Task<Crowd>> gather,
            Func<Task<double[]>>? ask = null
        )
        {
            await using (await gather(First)) { }
            var before = await server.OwnMemoryAsync();
            await using var crowd = await gather(sockets);
            var each = (await server.OwnMemoryAsync() - before) / sockets;
            return (each, ask is null ? null : await ask());
        }
    }
}
