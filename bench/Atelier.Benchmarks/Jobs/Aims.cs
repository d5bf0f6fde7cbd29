using System.Text;

namespace Atelier.Benchmarks.Jobs;

/// <summary>The ratios we want to reach, each between two medians of the same run.</summary>
internal static class Aims
{
    private const string PerJob = "Atelier, per job";
    private const string Ahead = "Atelier, claimed ahead";
    private const string Batches = "Atelier, in batches";

    private static readonly (string Own, string Peer, string What, double Aim)[] All =
    [
        (PerJob, "BullMQ", Throughput.Drain, 1.2),
        (Ahead, "BullMQ", Throughput.Drain, 1.2),
        (PerJob, "graphile-worker", Throughput.Drain, 4),
        (PerJob, "Celery", Throughput.Drain, 8),
        (Batches, "graphile-worker, batched", Throughput.Drain, 1),
        (Batches, "pg-boss, batches of 100", Throughput.Drain, 1.25),
        (PerJob, "Celery", Throughput.One, 1.2),
        (PerJob, "graphile-worker", Throughput.One, 4),
        (PerJob, "pg-boss, batches of 100", Throughput.One, 2.9),
        (PerJob, "graphile-worker", Throughput.Many, 1),
        (PerJob, "pg-boss, batches of 100", Throughput.Many, 1),
        (PerJob, "BullMQ", Throughput.Many, 2.3),
        (PerJob, "BullMQ", Throughput.P50, 1),
        (PerJob, "BullMQ", Throughput.P99, 1),
        (Scale.History, PerJob, Throughput.Drain, 0.9),
        (Scale.Queue, PerJob, Scale.ClaimP99, 2),
        (Scale.Snapshot, PerJob, Scale.Sustained, 0.9),
    ];

    public static void Write(StringBuilder text, IReadOnlyList<Measurement> all)
    {
        JobsReport.Line(text, $"");
        JobsReport.Line(text, $"| against the aims | ratio | aim |");
        JobsReport.Line(text, $"|---|---:|---:|");
        foreach (var (own, peer, what, aim) in All)
            if (JobsReport.Of(all, own, what) is { } ours && JobsReport.Of(all, peer, what) is { } theirs)
            {
                var most = what is Throughput.P50 or Throughput.P99 or Scale.ClaimP99 ? "at most" : "at least";
                JobsReport.Line(text, $"| {own} to {peer}: {what} | {ours / theirs:F2} | {most} {aim:G3} |");
            }
    }
}
