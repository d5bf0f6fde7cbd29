using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Atelier.Benchmarks.Realtime;

/// <summary>One connection, which hands on every message it gets: what stands before a character 0x1E.</summary>
internal sealed class Client : IAsyncDisposable
{
    private const byte End = 0x1e;

    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _closed = new();
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _held;

    public delegate void Message(ReadOnlySpan<byte> text);

    /// <summary>Called on the connection's own thread of reading, one message after the other.</summary>
    public Message Arrived { get; set; } = _ => { };

    /// <summary>Ends when the connection does.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <param name="isSignalR">Whether it speaks SignalR's JSON protocol.</param>
    /// <param name="smallWindow">So that little is under way to a client that stops reading.</param>
    public static async Task<Client> ConnectAsync(Uri address, bool isSignalR, bool smallWindow = false)
    {
        var client = new Client();
        using var http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                ConnectCallback = async (to, cancel) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    if (smallWindow)
                        socket.ReceiveBufferSize = 4096;
                    await socket.ConnectAsync(to.DnsEndPoint, cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );
        await client._socket.ConnectAsync(address, http, CancellationToken.None);
        if (isSignalR)
        {
            await client.SendAsync("""{"protocol":"json","version":1}""");
            await client._socket.ReceiveAsync(client._buffer, CancellationToken.None); // {}
            _ = client.PingAsync();
        }
        return client;
    }

    public void Read() => Reading = ReadAsync();

    public Task SendAsync(string text) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(text + (char)End),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );

    public Task CallAsync(string method, string arguments) =>
        SendAsync($$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":[{{arguments}}]}""");

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _socket.Abort();
        await Reading;
        _socket.Dispose();
        _closed.Dispose();
    }

    /// <summary>A hub closes connections that are silent for long.</summary>
    private async Task PingAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(BetweenPings);
            while (await timer.WaitForNextTickAsync(_closed.Token))
                await SendAsync("""{"type":6}""");
        }
        catch (Exception problem) when (HasEnded(problem))
        {
            // Nothing is left to keep.
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var got = await _socket.ReceiveAsync(_buffer.AsMemory(_held), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    return;
                Split(_held + got.Count);
            }
        }
        catch (Exception problem) when (HasEnded(problem))
        {
            // The connection has ended.
        }
    }

    private static bool HasEnded(Exception problem) =>
        problem is WebSocketException or OperationCanceledException or ObjectDisposedException;

    private void Split(int filled)
    {
        var rest = _buffer.AsSpan(0, filled);
        for (int end; (end = rest.IndexOf(End)) >= 0; rest = rest[(end + 1)..])
            Arrived(rest[..end]);
        rest.CopyTo(_buffer);
        _held = rest.Length;
        if (_held == _buffer.Length)
            throw new InvalidOperationException("a message is longer than expected");
    }
}
