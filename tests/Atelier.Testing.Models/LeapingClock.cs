namespace Atelier.Testing.Models;

/// <summary>
/// Time that passes when somebody waits: a timer rings at once and the clock is put forward by as much. Timers that are
/// there to end what never ends, longer than the longest leap, never ring.
/// </summary>
public sealed class LeapingClock(TimeSpan longestLeap) : TimeProvider
{
    private long _forward;

    /// <summary>How far it was put forward.</summary>
    public TimeSpan Leapt => new(Interlocked.Read(ref _forward));

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(55) + Leapt;

    public override long GetTimestamp() => Leapt.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        if (dueTime < TimeSpan.Zero || dueTime > longestLeap)
            return timer;
        Interlocked.Add(ref _forward, dueTime.Ticks);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            if (!timer.IsStopped)
                callback(state);
        });
        return timer;
    }

    private sealed class Timer : ITimer
    {
        public bool IsStopped { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => IsStopped = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
