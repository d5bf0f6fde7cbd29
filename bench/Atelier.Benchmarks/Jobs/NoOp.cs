using System.Diagnostics;
using Atelier.JobEngine;

namespace Atelier.Benchmarks.Jobs;

internal sealed record NoOp(long Asked) : IJobPayload
{
    public static string Kind => "bench.no_op.v1";
}

internal sealed class NoOpHandler(NoOpCount count) : IJobHandler<NoOp>
{
    public Task<object?> RunAsync(NoOp payload, JobRun run, CancellationToken cancel)
    {
        count.Ran(payload.Asked);
        return Task.FromResult<object?>(null);
    }
}

/// <summary>Counts handlers that began.</summary>
internal sealed class NoOpCount
{
    private TaskCompletionSource<double> _last = new();
    private int _left;
    private long _first;
    private long _total;

    public long Total => Volatile.Read(ref _total);

    /// <summary>When the first of them began.</summary>
    public long First => Volatile.Read(ref _first);

    /// <summary>When the last of so many began: how many milliseconds it had waited.</summary>
    public Task<double> ExpectAsync(int count)
    {
        _last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _first = 0;
        Volatile.Write(ref _left, count);
        return _last.Task;
    }

    public void Ran(long asked)
    {
        Interlocked.Increment(ref _total);
        if (Volatile.Read(ref _first) == 0)
            Interlocked.CompareExchange(ref _first, Stopwatch.GetTimestamp(), 0);
        if (Interlocked.Decrement(ref _left) == 0)
            _last.TrySetResult(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
    }
}
