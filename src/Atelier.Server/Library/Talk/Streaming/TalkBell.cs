using System.Collections.Concurrent;

namespace Atelier.Library.Talk.Streaming;

/// <summary>Tells who listens in this process that an answer has grown. Others look for themselves.</summary>
internal sealed class TalkBell
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();

    /// <summary>Ends at the next ring; to be asked for before looking.</summary>
    public Task NextAsync(Guid message) =>
        _waiting.GetOrAdd(message, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(Guid message)
    {
        if (_waiting.TryRemove(message, out var waiting))
            waiting.TrySetResult();
    }
}
