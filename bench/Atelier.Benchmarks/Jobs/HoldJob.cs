using System.Collections.Concurrent;
using System.Diagnostics;
using Atelier.JobEngine;

namespace Atelier.Benchmarks.Jobs;

/// <summary>A job that takes its time.</summary>
internal sealed record HoldJob(int Number, int Milliseconds) : IJobPayload
{
    public static string Kind => "bench.hold.v1";
}

internal sealed class HoldHandler(HoldLog log) : IJobHandler<HoldJob>
{
    public async Task<object?> RunAsync(HoldJob payload, JobRun run, CancellationToken cancel)
    {
        log.Began[payload.Number] = HoldLog.Now();
        try
        {
            await Task.Delay(payload.Milliseconds, cancel);
            return null;
        }
        catch (OperationCanceledException)
        {
            log.Stopped[payload.Number] = HoldLog.Now();
            throw;
        }
    }
}

/// <summary>When jobs began and when their tokens fired.</summary>
internal sealed class HoldLog
{
    public ConcurrentDictionary<int, double> Began { get; } = [];

    public ConcurrentDictionary<int, double> Stopped { get; } = [];

    /// <summary>Milliseconds of the monotonic clock that all processes of a machine share.</summary>
    public static double Now() => Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
}
