using System.Diagnostics;
using System.Diagnostics.Metrics;
using Atelier.JobEngine.Nodes;

namespace Atelier.JobEngine;

/// <summary>What the engine tells of itself, under one name for its spans and its measurements.</summary>
public static class JobTelemetry
{
    public const string Name = "Atelier.JobEngine";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200],
    };

    private static readonly Histogram<double> Wait = Meter.CreateHistogram(
        "atelier.job.wait.duration",
        "s",
        "From the moment a job could have run to the beginning of a run.",
        advice: Seconds
    );

    private static readonly Histogram<double> Run = Meter.CreateHistogram(
        "atelier.job.run.duration",
        "s",
        "From the beginning of a run to its end, by how it ended.",
        advice: Seconds
    );

    private static readonly UpDownCounter<long> Running = Meter.CreateUpDownCounter<long>(
        "atelier.job.running",
        "{job}",
        "Jobs that run on this node."
    );

    private static readonly Counter<long> LostLeases = Meter.CreateCounter<long>(
        "atelier.node.lease.losses",
        "{lease}",
        "How often this node lost its lease and gave up its runs."
    );

    /// <summary>Where the work at hand belongs to, as W3C Trace Context writes it; stored with a job that is queued.</summary>
    internal static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    internal static void LeaseLost() => LostLeases.Add(1);

    /// <summary>One finished piece of a job; null when nobody listens.</summary>
    internal static Activity? Step(string name) => Source.StartActivity("step")?.SetTag("atelier.job.step", name);

    /// <summary>
    /// A run goes on in the trace of whoever queued the job. It has a span also when nobody listens: log lines carry its id.
    /// </summary>
    internal static JobSpan Begin(ClaimedJob job, string lane)
    {
        var isPart = ActivityContext.TryParse(job.Trace, traceState: null, isRemote: true, out var parent);
        var span = Source.CreateActivity(job.Kind, ActivityKind.Consumer, parent);
        if (span is null)
        {
            span = new Activity(job.Kind);
            if (isPart)
                span.SetParentId(job.Trace!);
        }
        span.SetTag("atelier.job.id", job.PublicId.ToString())
            .SetTag("atelier.job.kind", job.Kind)
            .SetTag("atelier.job.lane", lane)
            .SetTag("atelier.job.attempt", job.Attempt)
            .Start();
        var tags = new TagList { { "atelier.job.kind", job.Kind }, { "atelier.job.lane", lane } };
        Running.Add(1, tags);
        Wait.Record(Math.Max(0, job.WaitedSeconds), tags);
        return new(span, tags, Stopwatch.GetTimestamp());
    }

    internal static void End(JobSpan begun, RunEnd? end)
    {
        Running.Add(-1, begun.Tags);
        var tags = begun.Tags;
        tags.Add("atelier.job.outcome", OutcomeOf(end));
        if (end?.Error is { } error)
        {
            tags.Add("error.type", error.Code);
            begun.Span.SetTag("error.type", error.Code).SetStatus(ActivityStatusCode.Error, error.Message);
        }
        Run.Record(Stopwatch.GetElapsedTime(begun.Since).TotalSeconds, tags);
        begun.Span.SetTag("atelier.job.outcome", OutcomeOf(end)).Dispose();
    }

    private static string OutcomeOf(RunEnd? end) =>
        end?.Ending switch
        {
            null => "lost",
            Ending.Succeeded => "succeeded",
            Ending.Cancelled => "cancelled",
            Ending.HandedBack => "handed_back",
            _ => "failed",
        };
}

/// <summary>A run that was begun.</summary>
internal readonly record struct JobSpan(Activity Span, TagList Tags, long Since);
