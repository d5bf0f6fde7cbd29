using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Atelier.JobEngine;

/// <summary>A place at the <see cref="JobFeed"/>, until it is disposed.</summary>
public sealed class JobWatch : IDisposable
{
    private readonly ChannelReader<JobEvent> _events;
    private readonly Action _close;
    private int _lost;

    internal JobWatch(ChannelReader<JobEvent> events, Action close) => (_events, _close) = (events, close);

    /// <summary>Whether events were lost here since it was last asked, because they were not read fast enough.</summary>
    public bool HasLost() => Interlocked.Exchange(ref _lost, 0) == 1;

    /// <summary>The events in the order they came; ends when the watch is disposed.</summary>
    public IAsyncEnumerable<JobEvent> ReadAllAsync(CancellationToken cancel = default) => _events.ReadAllAsync(cancel);

    /// <summary>The same, those together that wait together.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobEvent>> ReadSomeAsync(
        int most,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        while (await _events.WaitToReadAsync(cancel))
        {
            var some = new List<JobEvent>();
            while (some.Count < most && _events.TryRead(out var happened))
                some.Add(happened);
            if (some.Count > 0)
                yield return some;
        }
    }

    /// <summary>Waits for the next event.</summary>
    public ValueTask<JobEvent> NextAsync(CancellationToken cancel = default) => _events.ReadAsync(cancel);

    internal void Lose() => Interlocked.Exchange(ref _lost, 1);

    public void Dispose() => _close();
}
