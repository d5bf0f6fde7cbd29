using System.Threading.Channels;

namespace Atelier.JobEngine;

/// <summary>A place at the <see cref="JobFeed"/>, until it is disposed.</summary>
public sealed class JobWatch : IDisposable
{
    private readonly ChannelReader<JobEvent> _events;
    private readonly Action _close;

    internal JobWatch(ChannelReader<JobEvent> events, Action close) => (_events, _close) = (events, close);

    /// <summary>The events in the order they came; ends when the watch is disposed.</summary>
    public IAsyncEnumerable<JobEvent> ReadAllAsync(CancellationToken cancel = default) => _events.ReadAllAsync(cancel);

    /// <summary>Waits for the next event.</summary>
    public ValueTask<JobEvent> NextAsync(CancellationToken cancel = default) => _events.ReadAsync(cancel);

    public void Dispose() => _close();
}
