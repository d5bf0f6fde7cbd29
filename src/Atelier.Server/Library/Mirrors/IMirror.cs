namespace Atelier.Library.Mirrors;

/// <summary>
/// A copy of what the library has found, kept in another database. This one is never asked for anything: it may be down,
/// behind or gone, and nobody but the operator notices.
/// </summary>
internal interface IMirror
{
    /// <summary>As it is stored.</summary>
    string Name { get; }

    /// <summary>Where it is, without secrets. Another place is filled anew.</summary>
    string Target { get; }

    /// <summary>Puts what the library has of a document in the place of what the mirror has. Doing so twice is as once.</summary>
    /// <returns>Of how many parts the copy is.</returns>
    /// <exception cref="MirrorException">It did not work, or only in part.</exception>
    Task<int> KeepAsync(DocumentCopy document, MirrorErrand errand, CancellationToken cancel);

    /// <summary>Removes all of a document, if there is any of it.</summary>
    /// <exception cref="MirrorException">It did not work, or only in part.</exception>
    Task DropAsync(MirrorErrand errand, CancellationToken cancel);
}

/// <summary>Why a mirror did not take something.</summary>
/// <param name="isOutage">True when nothing else would be taken either; false when it is about this document.</param>
internal sealed class MirrorException(
    string message,
    bool isOutage,
    TimeSpan? retryAfter = null,
    int? status = null,
    Exception? inner = null
) : Exception(message, inner)
{
    public bool IsOutage { get; } = isOutage;

    /// <summary>Of the answer, where one came.</summary>
    public int? Status { get; } = status;

    /// <summary>What the mirror asked for, where it did.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
