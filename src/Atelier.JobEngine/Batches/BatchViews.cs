using System.Text.Json;

namespace Atelier.JobEngine.Batches;

/// <summary>One work of a batch and the job that makes it.</summary>
public sealed record BatchEntry(Guid WorkId, Guid JobId, string Title);

/// <summary>How many of a batch's items are in which state.</summary>
public sealed record BatchCounts(int Total, int Queued, int Running, int Succeeded, int Failed, int Cancelled);

/// <summary>A batch with what its jobs add up to at this moment.</summary>
/// <param name="Progress">0 to 1 over all items.</param>
/// <param name="Remaining">Items yet to be made, running ones by the share they lack.</param>
/// <param name="SecondsPerItem">From start to end of one item, as far as it can be told.</param>
public sealed record BatchSummary(
    Guid Id,
    Guid OwnerId,
    string Kind,
    string? Name,
    int? MaxParallel,
    DateTimeOffset CreatedAt,
    BatchCounts Counts,
    double Progress,
    double Remaining,
    double? SecondsPerItem,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

/// <param name="Number">From 1, in the order they were asked for.</param>
public sealed record BatchItem(
    int Number,
    string Title,
    Guid WorkId,
    Guid JobId,
    JobState State,
    double? Progress,
    string? Message,
    JsonElement? Result,
    JobError? Error,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);
