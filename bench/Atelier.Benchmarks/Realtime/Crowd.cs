using System.Buffers.Text;
using System.Diagnostics;

namespace Atelier.Benchmarks.Realtime;

/// <summary>Many connections to one server, and what arrives on all of them together.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int ShortestEvent = 100; // bytes; pings and answers are shorter or come before
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Client> _clients = [];
    private long _arrived;
    private long _wanted = long.MaxValue;
    private TaskCompletionSource _complete = new();
    private readonly List<double> _late = [];

    public int Size => _clients.Count;

    /// <param name="subscribe">The channel, for a studio.</param>
    public static async Task<Crowd> GatherAsync(Uri address, bool isSignalR, int size, string? subscribe = null)
    {
        var crowd = new Crowd();
        foreach (var some in Enumerable.Range(0, size).Chunk(50))
            crowd._clients.AddRange(await Task.WhenAll(some.Select(_ => JoinAsync(address, isSignalR, subscribe))));
        foreach (var client in crowd._clients)
            client.Arrived = crowd.Count;
        return crowd;
    }

    /// <returns>Deliveries per second, from the order to the last arrival.</returns>
    public async Task<double> BurstAsync(Server server, int events)
    {
        var arrival = Expect(events);
        var watch = Stopwatch.StartNew();
        await server.OrderAsync($"burst {events}");
        await arrival.WaitAsync(Patience);
        return (double)events * Size / watch.Elapsed.TotalSeconds;
    }

    /// <returns>How long deliveries took in milliseconds, in order.</returns>
    public async Task<double[]> PaceAsync(Server server, int events, int milliseconds)
    {
        _late.Clear();
        foreach (var client in _clients)
            client.Arrived = Time;
        var arrival = Expect(events);
        await server.OrderAsync($"pace {events} {milliseconds}");
        await arrival.WaitAsync(Patience);
        foreach (var client in _clients)
            client.Arrived = Count;
        lock (_late)
            return [.. _late.Order()];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
    }

    private static async Task<Client> JoinAsync(Uri address, bool isSignalR, string? subscribe)
    {
        var client = await Client.ConnectAsync(address, isSignalR);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Arrived = text =>
        {
            if (text.IndexOf("\"subscribed\":true"u8) >= 0)
                answered.TrySetResult();
        };
        client.Read();
        if (subscribe is not null)
        {
            await client.CallAsync("Subscribe", $"\"{subscribe}\",null");
            await answered.Task.WaitAsync(Patience);
        }
        return client;
    }

    private Task Expect(int events)
    {
        _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _arrived, 0);
        Interlocked.Exchange(ref _wanted, (long)events * Size);
        return _complete.Task;
    }

    private void Count(ReadOnlySpan<byte> text)
    {
        if (text.Length >= ShortestEvent && Interlocked.Increment(ref _arrived) == Interlocked.Read(ref _wanted))
            _complete.TrySetResult();
    }

    private void Time(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf("\"t\":"u8);
        if (at < 0 || !Utf8Parser.TryParse(text[(at + 4)..], out long sent, out _))
            return;
        var late = (Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency) - sent) / 1e6;
        lock (_late)
            _late.Add(late);
        Count(text);
    }
}
