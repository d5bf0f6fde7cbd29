using Atelier.JobEngine.Batches;

namespace Atelier.Jobs.Contracts;

/// <summary>docs/states/batch.md</summary>
internal enum BatchState
{
    Queued,
    Running,
    Succeeded,
    Partial,
    Failed,
    Cancelled,
}

internal sealed class BatchView(BatchSummary batch)
{
    private readonly BatchCounts _counts = batch.Counts;

    public Guid Id => batch.Id;

    /// <summary>What its items are, such as <c>book</c>.</summary>
    public string Kind => batch.Kind;

    public string? Name => batch.Name;

    public BatchState State =>
        _counts switch
        {
            { Queued: 0, Running: 0 } => Ended,
            _ when _counts.Queued == _counts.Total => BatchState.Queued,
            _ => BatchState.Running,
        };

    public BatchCounts Counts => _counts;

    /// <summary>0 to 1 over all items.</summary>
    public double Progress => batch.Progress;

    /// <summary>Seconds until the last item is done, guessed from those that are; null when nothing tells.</summary>
    public int? EtaSeconds =>
        _counts.Queued + _counts.Running > 0 && batch.SecondsPerItem is { } each
            ? (int)Math.Min(Math.Ceiling(batch.Remaining * each / Math.Max(_counts.Running, 1)), int.MaxValue)
            : null;

    public int? MaxParallel => batch.MaxParallel;

    public DateTimeOffset CreatedAt => batch.CreatedAt;

    public DateTimeOffset? StartedAt => batch.StartedAt;

    /// <summary>When its last item ended; null while one is waiting or running.</summary>
    public DateTimeOffset? FinishedAt => batch.FinishedAt;

    private BatchState Ended =>
        _counts switch
        {
            _ when _counts.Succeeded == _counts.Total => BatchState.Succeeded,
            { Succeeded: > 0 } => BatchState.Partial,
            { Failed: > 0 } => BatchState.Failed,
            _ => BatchState.Cancelled,
        };
}
