using System.Threading.Channels;

namespace Atelier.JobEngine.Nodes;

/// <summary>A wake-up that does not count: rung any number of times while nobody waits, it wakes the next waiter once.</summary>
internal sealed class Bell(TimeProvider time)
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>True when the bell rang, false when the time is up; throws when cancelled.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        if (_rung.Reader.TryRead(out _))
            return true;
        using var expiry = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, expiry.Token);
        try
        {
            return await _rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
