using Atelier.JobEngine;

namespace Atelier.Realtime;

/// <summary>How a subscription went.</summary>
internal enum Joining
{
    Joined,
    TooMany,

    /// <summary>The topic is no more: look for its successor.</summary>
    Gone,

    /// <summary>The client's position cannot be gone on from: take a snapshot first.</summary>
    NeedsSnapshot,
}

/// <param name="Supersedes">Of waiting happenings of a channel with the same one, only the newest is sent.</param>
internal readonly record struct Happening(object What, Guid? Supersedes = null)
{
    public static Happening Of(JobEvent happened) => new(happened, happened.Type == "progress" ? happened.JobId : null);
}

/// <param name="Recovered">Null when the client named no position, else whether all that came after it is sent.</param>
internal sealed record Joined(Joining Outcome, bool? Recovered = null, string Epoch = "", long Seq = 0);

/// <summary>
/// A channel that is heard on this node: who listens, and what happened last, so that whoever was away for a moment gets
/// it without the database being asked.
/// </summary>
internal sealed class Topic(Channel channel, string epoch, FrameWriter frames, TimeProvider time)
{
    private static readonly TimeSpan SnapshotLasts = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly HashSet<Outbox> _listeners = [];
    private readonly Backlog _recent = new();
    private List<Happening>? _early = channel.IsNumberedByEngine ? [] : null;
    private (Frame Frame, long TakenAt)? _snapshot;
    private Task? _taking;
    private long _idleSince = time.GetTimestamp();
    private long _seq;
    private long _since; // everything after it is in _recent, but for what was superseded
    private bool _gone;

    /// <summary>
    /// Sends what happened to all who listen, numbered by this node or, on a job's channel, by the engine; there it waits
    /// until the past is known. What came together goes out together: a thousand sockets are written to once.
    /// </summary>
    public void Publish(params IReadOnlyList<Happening> happened)
    {
        lock (_lock)
            if (_early is not null)
                _early.AddRange(happened);
            else
                Send(happened);
    }

    /// <summary>Begins a job's channel with what the engine kept of it.</summary>
    /// <param name="past">The newest events.</param>
    public void Begin(IReadOnlyList<JobEvent> past)
    {
        lock (_lock)
        {
            var early = _early!;
            _early = null;
            _seq = _since = past.Count > 0 ? past[0].Seq - 1 : 0;
            Send([.. past.Select(Happening.Of), .. early]);
        }
    }

    public Joined Join(Outbox outbox, Position? after)
    {
        lock (_lock)
        {
            if (_gone)
                return new(Joining.Gone);
            var isCovered = after is not null && IsCovered(after);
            if (after is not null && !isCovered && !HasSnapshot)
                return new(Joining.NeedsSnapshot);
            if (!outbox.Enter(channel))
                return new(Joining.TooMany);
            _listeners.Add(outbox);
            outbox.Resume(
                channel,
                after is null ? []
                    : isCovered ? After(after.Seq)
                    : [_snapshot!.Value.Frame, .. After(_snapshot.Value.Frame.Seq)]
            );
            return new(Joining.Joined, after is null ? null : isCovered, epoch, _seq);
        }
    }

    public void Leave(Outbox outbox)
    {
        lock (_lock)
        {
            _listeners.Remove(outbox);
            _idleSince = time.GetTimestamp();
        }
    }

    /// <summary>One is taken at a time, for all who ask for it.</summary>
    /// <param name="read">Reads how the thing stands.</param>
    public Task TakeSnapshotAsync(Func<Task<object?>> read)
    {
        lock (_lock)
        {
            if (HasSnapshot)
                return Task.CompletedTask;
            return _taking is { IsCompleted: false } ? _taking : _taking = TakeAsync();
        }

        async Task TakeAsync()
        {
            await Task.Yield();
            long seq;
            lock (_lock)
                seq = _seq; // what happens while it is read is sent after it, once more at worst
            var frame = frames.Snapshot(channel, epoch, seq, await read());
            lock (_lock)
                _snapshot = (frame, time.GetTimestamp());
        }
    }

    /// <returns>True when nobody has listened for so long; then it is no more.</returns>
    public bool EndIfIdle(TimeSpan idle)
    {
        lock (_lock)
            return _gone |= _listeners.Count == 0 && time.GetElapsedTime(_idleSince) > idle;
    }

    /// <summary>Something was lost: everybody is told, and asks for the topic that follows.</summary>
    public void End()
    {
        lock (_lock)
        {
            _gone = true;
            foreach (var outbox in _listeners)
                outbox.Miss(channel);
            _listeners.Clear();
        }
    }

    private bool HasSnapshot =>
        _snapshot is { } taken && taken.Frame.Seq >= _since && time.GetElapsedTime(taken.TakenAt) < SnapshotLasts;

    private bool IsCovered(Position after) =>
        (after.Epoch == epoch || (after.Epoch is null && channel.IsNumberedByEngine))
        && after.Seq >= _since
        && after.Seq <= _seq;

    private IEnumerable<Frame> After(long seq) => _recent.Frames.Where(frame => frame.Seq > seq);

    private void Send(IReadOnlyList<Happening> happened)
    {
        var news = new List<Frame>(happened.Count);
        foreach (var one in happened)
        {
            var seq = channel.IsNumberedByEngine ? ((JobEvent)one.What).Seq : _seq + 1;
            if (seq > _seq)
                news.Add(Keep(frames.Event(channel, seq, one.What, one.Supersedes)));
        }
        if (news.Count == 0 || _listeners.Count == 0)
            return;
        var bundle = frames.Together(news);
        foreach (var outbox in _listeners)
            outbox.Post(bundle);
    }

    private Frame Keep(Frame frame)
    {
        _seq = frame.Seq;
        _recent.Add(frame);
        while (_recent.IsOverFull)
            _since = _recent.Take()!.Seq;
        return frame;
    }
}
