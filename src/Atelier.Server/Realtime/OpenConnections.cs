using System.Collections.Concurrent;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>A connection, whose it is and what it has yet to be sent.</summary>
internal sealed record OpenConnection(CurrentUser User, Outbox Outbox, Action Abort);

/// <summary>This node's connections.</summary>
internal sealed class OpenConnections(Topics topics, FrameWriter frames)
{
    private readonly ConcurrentDictionary<string, OpenConnection> _open = new(StringComparer.Ordinal);
    private TaskCompletionSource? _emptied;

    public ICollection<OpenConnection> All => _open.Values;

    public void Open(HubConnectionContext connection) =>
        _open[connection.ConnectionId] = new(
            CurrentUser.From(connection.User),
            new Outbox(frames, message => connection.WriteAsync(message)),
            connection.Abort
        );

    public void Close(HubConnectionContext connection)
    {
        if (_open.TryRemove(connection.ConnectionId, out var open))
            topics.Close(open.Outbox);
        if (_open.IsEmpty)
            _emptied?.TrySetResult();
    }

    public Outbox? OutboxOf(string connectionId) => _open.GetValueOrDefault(connectionId)?.Outbox;

    /// <summary>Ends when the last of them has closed; meant for a node that takes no more.</summary>
    public Task EmptyAsync()
    {
        _emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_open.IsEmpty)
            _emptied.TrySetResult();
        return _emptied.Task;
    }
}
