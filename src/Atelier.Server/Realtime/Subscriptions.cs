using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>
/// Who listens to what on this node. SignalR's own groups wait for their slowest member; here every connection has an
/// outbox of its own, so one that stopped reading costs the others nothing.
/// </summary>
internal sealed class Subscriptions
{
    public const int MostChannels = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Outbox> _outboxes = new(StringComparer.Ordinal);
    private readonly Dictionary<Channel, HashSet<Outbox>> _listeners = [];

    public void Connect(string connection, IClientProxy client)
    {
        lock (_lock)
            _outboxes[connection] = new Outbox(client);
    }

    public void Disconnect(string connection)
    {
        lock (_lock)
        {
            if (!_outboxes.Remove(connection, out var outbox))
                return;
            outbox.Close();
            foreach (var channel in outbox.Channels)
                Forget(channel, outbox);
        }
    }

    /// <returns>False when the connection has joined too many already, or is gone.</returns>
    public bool Join(string connection, Channel channel)
    {
        lock (_lock)
        {
            if (!_outboxes.TryGetValue(connection, out var outbox))
                return false;
            if (outbox.Channels.Count >= MostChannels && !outbox.Channels.Contains(channel))
                return false;
            outbox.Channels.Add(channel);
            if (!_listeners.TryGetValue(channel, out var listeners))
                _listeners[channel] = listeners = [];
            listeners.Add(outbox);
            return true;
        }
    }

    public void Leave(string connection, Channel channel)
    {
        lock (_lock)
            if (_outboxes.TryGetValue(connection, out var outbox) && outbox.Channels.Remove(channel))
                Forget(channel, outbox);
    }

    /// <summary>Whether anybody on this node listens.</summary>
    public bool IsHeard(Channel channel)
    {
        lock (_lock)
            return _listeners.ContainsKey(channel);
    }

    public void Send(Channel channel, object happened)
    {
        lock (_lock)
            if (_listeners.TryGetValue(channel, out var listeners))
                foreach (var outbox in listeners)
                    outbox.Post(channel.ToString(), happened);
    }

    private void Forget(Channel channel, Outbox outbox)
    {
        if (_listeners.TryGetValue(channel, out var listeners) && listeners.Remove(outbox) && listeners.Count == 0)
            _listeners.Remove(channel);
    }
}
