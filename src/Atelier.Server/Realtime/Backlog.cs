namespace Atelier.Realtime;

/// <summary>Frames in order, of which a newer one takes the place of those it supersedes.</summary>
internal sealed class Backlog
{
    public const int MostFrames = 256;
    public const int MostBytes = 64 * 1024;

    private readonly LinkedList<Frame> _frames = [];
    private readonly Dictionary<(Channel, Guid), LinkedListNode<Frame>> _newest = [];
    private int _bytes;

    public IReadOnlyCollection<Frame> Frames => _frames;

    public bool IsOverFull => _frames.Count > MostFrames || _bytes > MostBytes;

    public void Add(Frame frame)
    {
        var place = _frames.AddLast(frame);
        _bytes += frame.Bytes;
        if (frame.Supersedes is not { } what)
            return;
        if (_newest.Remove((frame.Channel, what), out var older))
        {
            _bytes -= older.Value.Bytes;
            _frames.Remove(older);
        }
        _newest[(frame.Channel, what)] = place;
    }

    /// <returns>The oldest, which is no longer held; null when there is none.</returns>
    public Frame? Take()
    {
        if (_frames.First is not { } first)
            return null;
        _frames.RemoveFirst();
        _bytes -= first.Value.Bytes;
        if (first.Value.Supersedes is { } what)
            _newest.Remove((first.Value.Channel, what));
        return first.Value;
    }
}
