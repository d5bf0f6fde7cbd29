using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>
/// What one connection has yet to be sent. While it reads, frames go straight through; while it does not, they wait here
/// in order, bounded, and nobody else waits for it. When they grow too many they are dropped, and the client is told for
/// each channel with <c>missed(channel)</c> and hears no more of it until it subscribes again.
/// </summary>
internal sealed class Outbox(FrameWriter frames, Func<SerializedHubMessage, ValueTask> write)
{
    public const int MostChannels = 100;

    private readonly Lock _lock = new();
    private readonly HashSet<Channel> _channels = [];
    private readonly HashSet<Channel> _behind = [];
    private Backlog _waiting = new();
    private bool _sending;
    private bool _closed;

    /// <summary>How many frames wait because it reads slowly.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Frames.Count;
        }
    }

    /// <returns>False when the connection has joined too many already, or is gone.</returns>
    public bool Enter(Channel channel)
    {
        lock (_lock)
        {
            if (_closed || (_channels.Count >= MostChannels && !_channels.Contains(channel)))
                return false;
            _channels.Add(channel);
            return true;
        }
    }

    public bool Leave(Channel channel)
    {
        lock (_lock)
        {
            _behind.Remove(channel);
            return _channels.Remove(channel);
        }
    }

    public void Post(Frame frame)
    {
        lock (_lock)
            if (_behind.Count == 0 || !_behind.Contains(frame.Channel))
                Send(frame);
    }

    public void Post(Bundle bundle)
    {
        lock (_lock)
            if (_sending)
                foreach (var frame in bundle.Frames.TakeWhile(_ => !_behind.Contains(bundle.Channel)))
                    Send(frame);
            else if (!_closed && !_behind.Contains(bundle.Channel))
                Write(bundle.Message);
    }

    /// <summary>Goes on with a channel, beginning with what the client has to know first.</summary>
    public void Resume(Channel channel, IEnumerable<Frame> first)
    {
        lock (_lock)
        {
            _behind.Remove(channel);
            foreach (var frame in first.TakeWhile(_ => !_behind.Contains(channel)))
                Send(frame);
        }
    }

    /// <summary>Tells that a channel went on without this connection.</summary>
    public void Miss(Channel channel)
    {
        lock (_lock)
            if (_channels.Contains(channel) && _behind.Add(channel))
                Send(frames.Missed(channel));
    }

    /// <returns>What it had joined.</returns>
    public IReadOnlyList<Channel> Close()
    {
        lock (_lock)
        {
            _closed = true;
            _waiting = new();
            return [.. _channels];
        }
    }

    private void Send(Frame frame)
    {
        if (_closed)
            return;
        if (_sending)
        {
            _waiting.Add(frame);
            if (_waiting.IsOverFull)
                FallBehind();
            return;
        }
        Write(frame.Message);
    }

    private void Write(SerializedHubMessage message)
    {
        var written = write(message);
        if (written.IsCompletedSuccessfully)
        {
            written.GetAwaiter().GetResult();
            return;
        }
        _sending = true;
        _ = DrainAsync(written.AsTask());
    }

    private void FallBehind()
    {
        var dropped = _waiting.Frames.Select(frame => frame.Channel).Where(_channels.Contains).Distinct().ToList();
        _waiting = new();
        foreach (var channel in dropped)
        {
            _behind.Add(channel);
            _waiting.Add(frames.Missed(channel));
        }
    }

    private async Task DrainAsync(Task written)
    {
        try
        {
            while (true)
            {
                await written;
                lock (_lock)
                {
                    if (_waiting.Take() is not { } next)
                    {
                        _sending = false;
                        return;
                    }
                    written = write(next.Message).AsTask();
                }
            }
        }
        catch (Exception)
        {
            Close(); // the connection is gone; SignalR reports it where it ends
        }
    }
}
