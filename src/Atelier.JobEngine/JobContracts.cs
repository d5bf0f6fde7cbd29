using System.Diagnostics.CodeAnalysis;

namespace Atelier.JobEngine;

/// <summary>What a job is asked to do: a versioned record that carries ids, stored as JSON.</summary>
public interface IJobPayload
{
    /// <summary>Name and version, such as <c>books.make_book.v1</c>. A changed shape is a new version.</summary>
    static abstract string Kind { get; }
}

/// <summary>
/// Does the work of one kind. It may run more than once (a crash, a retry): whatever must happen once belongs in a
/// step of <see cref="JobRun"/>.
/// </summary>
public interface IJobHandler<in TPayload>
    where TPayload : IJobPayload
{
    /// <returns>The job's result, stored as JSON; null for none.</returns>
    /// <exception cref="JobFailure">An expected failure, with the code and sentence a person gets to see.</exception>
    Task<object?> RunAsync(TPayload payload, JobRun run, CancellationToken cancel);
}

/// <summary>A failure the handler foresaw. Any other exception is shown as an unexpected one, without its text.</summary>
/// <param name="code">Stable, dotted: <c>book.prompt_unusable</c>.</param>
/// <param name="message">One sentence for the job's owner.</param>
/// <param name="retryable">False ends the job at once; true uses up one attempt.</param>
[SuppressMessage("Naming", "CA1710", Justification = "A handler reads: throw new JobFailure(...).")]
public class JobFailure(string code, string message, bool retryable = true) : Exception(message)
{
    public string Code { get; } = code;

    public bool Retryable { get; } = retryable;
}

/// <summary>How a job is queued.</summary>
/// <param name="OwnerId">The person it belongs to.</param>
/// <param name="UniqueKey">While a job of the same kind and key is unfinished, no second one is queued.</param>
/// <param name="Priority">0 (first) to 9 (last).</param>
/// <param name="RunAt">Not before this moment; null for now.</param>
/// <param name="MaxAttempts">How often it may fail. Crashes of the process and hand-overs are not counted.</param>
/// <param name="Lane">Overrides the lane its handler was registered with.</param>
/// <param name="Subject">What it is about, for people and lists: <c>book:0198…</c>.</param>
/// <param name="Limit">At most so many jobs that name the same key run at a time, over all nodes.</param>
public sealed record JobOptions(
    Guid OwnerId,
    Guid? ProjectId = null,
    string? UniqueKey = null,
    int Priority = 5,
    DateTimeOffset? RunAt = null,
    int MaxAttempts = 3,
    string? Lane = null,
    string? Subject = null,
    JobLimit? Limit = null
);

/// <param name="Key">What is limited, whoever asks: <c>provider:openai</c>. The newest number given for a key holds.</param>
/// <param name="AtOnce">1 or more.</param>
public sealed record JobLimit(string Key, int AtOnce);

/// <summary>One of many jobs that are queued together; see <see cref="JobClient.EnqueueManyAsync"/>.</summary>
public sealed record JobItem<TPayload>(
    TPayload Payload,
    string? Subject = null,
    string? UniqueKey = null,
    Guid? ProjectId = null
)
    where TPayload : IJobPayload;

/// <summary>Why a job was not queued: a stable code and a sentence for its owner.</summary>
public sealed record JobRefusal(string Code, string Message);

/// <param name="PublicId">The job's id everywhere outside the engine, a UUIDv7; empty when it was refused.</param>
/// <param name="AlreadyQueued">True when an unfinished job with the same unique key was there first.</param>
/// <param name="Refusal">Nothing was queued: the owner has <see cref="JobEngineOptions.MostQueuedPerOwner"/> waiting.</param>
public sealed record JobTicket(Guid PublicId, bool AlreadyQueued, JobRefusal? Refusal = null);
