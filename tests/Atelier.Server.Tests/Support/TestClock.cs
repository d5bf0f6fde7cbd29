namespace Atelier.Support;

/// <summary>
/// The real clock, put forward by hand. No two readings share a millisecond, so that things made one after the other
/// have ids (UUIDv7) in that order.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private long _forward;
    private long _last;

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _forward, by.Ticks);
        Interlocked.Add(ref _last, by.Ticks); // readings run ahead of the real clock; what was read moves by as much
    }

    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow().AddTicks(Interlocked.Read(ref _forward)).Ticks;
        long last,
            next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(now, last + TimeSpan.TicksPerMillisecond);
        } while (Interlocked.CompareExchange(ref _last, next, last) != last);
        return new DateTimeOffset(next, TimeSpan.Zero);
    }
}
