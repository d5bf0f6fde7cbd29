using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Atelier.Benchmarks.Chaos.Nodes;

/// <summary>Stands between one process and the database, and forwards until it is told to stop or to lose answers.</summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxyLink, bool> _links = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Task _accepting;
    private readonly int _target;
    private volatile int _loseOneIn;
    private int _answers;

    public ChaosProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Closed while nothing passes at all, in either direction.</summary>
    public Gate Way { get; } = new();

    /// <summary>One answer in so many is lost together with its connection, after its question arrived. 0 for none.</summary>
    public void LoseOneAnswerIn(int answers) => _loseOneIn = answers;

    public bool LosesThisAnswer() => _loseOneIn is > 0 and var n && Interlocked.Increment(ref _answers) % n == 0;

    /// <summary>The connections as they are now, in the order of their making.</summary>
    public IReadOnlyList<ProxyLink> Links => [.. _links.Keys.OrderBy(link => link.Number)];

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var link in _links.Keys)
            link.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var number = 0; ; number++)
            {
                var client = await _listener.AcceptSocketAsync(_over.Token);
                var link = new ProxyLink(this, client, number);
                _links[link] = true;
                _ = ForwardAsync(link);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ForwardAsync(ProxyLink link)
    {
        await link.RunAsync(_target, _over.Token);
        _links.TryRemove(link, out _);
    }
}
