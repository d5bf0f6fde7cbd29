using Microsoft.AspNetCore.SignalR;
using Queue = System.Threading.Channels.Channel;

namespace Atelier.Realtime;

/// <summary>
/// What one connection has yet to be sent, in order and bounded. When it overflows, events are dropped and the client
/// is told once with <c>missed()</c>: it joins again with the last seq of each job.
/// </summary>
internal sealed class Outbox
{
    private const int MostWaiting = 256; // about 64 kB

    private readonly System.Threading.Channels.Channel<(string Channel, object Happened)?> _waiting =
        Queue.CreateBounded<(string, object)?>(MostWaiting);
    private readonly IClientProxy _client;
    private int _overflowed;

    public Outbox(IClientProxy client)
    {
        _client = client;
        _ = Task.Run(SendAsync);
    }

    /// <summary>What the connection joined; guarded by <see cref="Subscriptions"/>.</summary>
    public HashSet<Channel> Channels { get; } = [];

    public void Post(string channel, object happened)
    {
        if (_waiting.Writer.TryWrite((channel, happened)))
            return;
        Interlocked.Exchange(ref _overflowed, 1);
        // What was in the way may all have been sent before the line above: then nothing else would wake the sender.
        _waiting.Writer.TryWrite(null);
    }

    public void Close() => _waiting.Writer.TryComplete();

    private async Task SendAsync()
    {
        try
        {
            await foreach (var next in _waiting.Reader.ReadAllAsync())
            {
                if (next is var (channel, happened))
                    await _client.SendAsync("event", channel, happened);
                if (_waiting.Reader.Count == 0 && Interlocked.Exchange(ref _overflowed, 0) == 1)
                    await _client.SendAsync("missed");
            }
        }
        catch (Exception)
        {
            // The connection is gone; SignalR reports it through the hub.
            Close();
        }
    }
}
