using System.Net;
using System.Net.Sockets;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>One forwarded connection. What is held up is delivered later, also when its sender has given up meanwhile.</summary>
internal sealed class ProxyLink(ChaosProxy proxy, Socket client, int number) : IDisposable
{
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);

    public int Number => number;

    public Gate Way { get; } = new();

    /// <summary>Whether this is how a process hears of news.</summary>
    public bool Listens { get; private set; }

    public async Task RunAsync(int target, CancellationToken over)
    {
        try
        {
            client.NoDelay = _server.NoDelay = true;
            await proxy.Way.PassAsync(over);
            await _server.ConnectAsync(IPAddress.Loopback, target, over);
            await Task.WhenAny(AskAsync(over), AnswerAsync(over));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The database is down, or the run is over.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private Task AskAsync(CancellationToken over) =>
        PumpAsync(
            client,
            _server,
            bytes =>
            {
                Listens |= bytes.IndexOf("listen atelier_jobs"u8) >= 0;
                return true;
            },
            over
        );

    private Task AnswerAsync(CancellationToken over) => PumpAsync(_server, client, _ => !proxy.LosesThisAnswer(), over);

    private async Task PumpAsync(Socket from, Socket to, Passes passes, CancellationToken over)
    {
        var buffer = new byte[8192];
        try
        {
            while (await from.ReceiveAsync(buffer, over) is > 0 and var count)
            {
                if (!passes(buffer.AsSpan(0, count)))
                    return;
                await proxy.Way.PassAsync(over);
                await Way.PassAsync(over);
                for (var sent = 0; sent < count; )
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), over);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone; so is the link.
        }
    }

    private delegate bool Passes(ReadOnlySpan<byte> bytes);
}
