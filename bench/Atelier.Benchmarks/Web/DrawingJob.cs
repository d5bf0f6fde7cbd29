using Atelier.JobEngine;

namespace Atelier.Benchmarks.Web;

/// <summary>A job that says five times a second that it is one percent further.</summary>
internal sealed record DrawingJob : IJobPayload
{
    public const string Lane = "drawing";

    public static string Kind => "bench.drawing.v1";
}

internal sealed class DrawingHandler : IJobHandler<DrawingJob>
{
    private const int Pause = 200; // milliseconds

    public async Task<object?> RunAsync(DrawingJob payload, JobRun run, CancellationToken cancel)
    {
        for (var percent = 0; percent <= 100; percent++)
        {
            run.Report(percent / 100.0, $"Drawing page {percent} of 100");
            await Task.Delay(Pause, cancel);
        }
        return null;
    }
}
