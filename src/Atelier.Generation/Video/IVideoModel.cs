namespace Atelier.Generation;

/// <summary>
/// A model that makes film clips, which takes minutes and money. So a clip is ordered in one call and waited for in
/// others: whoever keeps the remote id finds its clip again after a restart and never pays twice.
/// </summary>
public interface IVideoModel
{
    /// <summary>The model's own name, for manifests.</summary>
    string Name { get; }

    VideoLimits Limits { get; }

    /// <summary>What would be ordered, and its price, or why the model cannot make it. Costs nothing.</summary>
    (ClipPlan? Plan, ModelFailure? Failure) Plan(ClipRequest request);

    /// <summary>
    /// Orders the clip. Store the id before anything else. With <see cref="FailureCodes.OutcomeUnknown"/> the order may
    /// have arrived: ask <see cref="FindAsync"/> before ordering again.
    /// </summary>
    Task<ModelAnswer<RemoteClip>> SubmitAsync(ClipOrder order, Budget budget, CancellationToken cancel);

    /// <summary>Looks for an order whose answer was lost.</summary>
    /// <param name="taken">Ids that are known to belong to other orders.</param>
    /// <returns>Neither a clip nor a failure when the provider has no such order.</returns>
    Task<(RemoteClip? Clip, ModelFailure? Failure)> FindAsync(
        ClipOrder order,
        IReadOnlySet<string> taken,
        CancellationToken cancel
    );

    /// <summary>
    /// Waits until the clip is there, has failed, or has taken too long. Stopping the wait does not stop the clip: that
    /// is <see cref="CancelAsync"/>, for people who want it no more.
    /// </summary>
    /// <param name="report">Told about every look at the clip; its progress never goes back.</param>
    Task<ClipStatus> WaitAsync(RemoteClip clip, Func<ClipStatus, Task> report, CancellationToken cancel);

    /// <summary>Stops the clip.</summary>
    /// <returns>How it ended: it may have been finished before the wish arrived.</returns>
    Task<ClipStatus> CancelAsync(RemoteClip clip, CancellationToken cancel);

    /// <summary>Fetches a finished clip into a file, which is there whole or not at all.</summary>
    Task<(ClipFile? File, ModelFailure? Failure)> DownloadAsync(RemoteClip clip, string path, CancellationToken cancel);
}

/// <param name="Lengths">Seconds, ascending.</param>
/// <param name="Sizes">"WIDTHxHEIGHT" in pixels.</param>
public sealed record VideoLimits(
    IReadOnlyList<int> Lengths,
    IReadOnlyList<string> Sizes,
    int LongestPrompt,
    decimal PricePerSecond
);

/// <param name="Seconds">How long the clip is to be in the film.</param>
public sealed record ClipRequest(string Prompt, int Width, int Height, double Seconds, long Seed);

/// <param name="Seconds">What the model makes: the next length that it offers.</param>
/// <param name="TrimToSeconds">What the film uses of it.</param>
public sealed record ClipPlan(
    string Prompt,
    int Width,
    int Height,
    int Seconds,
    double TrimToSeconds,
    long Seed,
    decimal Cost
);

/// <param name="Key">Made once and stored before the order is sent; the same one for every attempt at it.</param>
/// <param name="DecidedAt">No clip older than this can be the order's.</param>
public sealed record ClipOrder(Guid Key, ClipPlan Plan, DateTimeOffset DecidedAt);

/// <param name="Id">The provider's.</param>
public sealed record RemoteClip(string Id, DateTimeOffset OrderedAt);

public enum ClipState
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>The provider does not know it any more.</summary>
    Lost,
}

/// <param name="Progress">From 0 to 1; null when the provider tells none.</param>
public sealed record ClipStatus(ClipState State, double? Progress = null, ModelFailure? Failure = null)
{
    /// <summary>Where the finished clip is, when the provider said so.</summary>
    public Uri? Output { get; init; }

    /// <summary>When the provider wants to be asked again.</summary>
    public TimeSpan? AskAgainAfter { get; init; }

    public bool IsFinal => State is not (ClipState.Queued or ClipState.Running);
}

/// <param name="MediaType">As the provider declared it and the first bytes confirm.</param>
public sealed record ClipFile(string Path, long Bytes, string MediaType);
