namespace Atelier.Support;

/// <summary>The real clock, put forward by hand.</summary>
public sealed class TestClock : TimeProvider
{
    private long _forward;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _forward, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _forward));
}
