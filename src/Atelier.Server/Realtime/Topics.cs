using System.Collections.Concurrent;
using Atelier.JobEngine;
using Atelier.Realtime.Channels;

namespace Atelier.Realtime;

/// <summary>
/// The channels that are heard on this node. SignalR's own groups wait for their slowest member and forget what they
/// sent; these do neither.
/// </summary>
internal sealed class Topics(ChannelKinds kinds, FrameWriter frames, TimeProvider time)
{
    private const string EngineEpoch = "engine";
    private static readonly TimeSpan KeptAlone = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Channel, (Topic Topic, Lazy<Task> Begun)> _topics = [];

    /// <summary>Whether anybody on this node listens, or did a moment ago.</summary>
    public bool IsHeard(Channel channel) => _topics.ContainsKey(channel);

    public IEnumerable<Channel> Heard => _topics.Keys;

    public void Publish(Channel channel, params IReadOnlyList<Happening> happened)
    {
        if (_topics.TryGetValue(channel, out var known))
            known.Topic.Publish(happened);
    }

    public async Task<Joined> JoinAsync(Outbox outbox, Channel channel, Position? after)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var topic = await OpenAsync(channel);
            var joined = topic.Join(outbox, after);
            if (joined.Outcome == Joining.NeedsSnapshot)
                await topic.TakeSnapshotAsync(() => kinds.ReadAsync(channel));
            else if (joined.Outcome == Joining.Gone)
                Forget(channel, topic);
            else
                return joined;
        }
        throw new TimeoutException($"{channel} moves on faster than it can be read.");
    }

    public void Leave(Outbox outbox, Channel channel)
    {
        if (outbox.Leave(channel) && _topics.TryGetValue(channel, out var known))
            known.Topic.Leave(outbox);
    }

    public void Close(Outbox outbox)
    {
        foreach (var channel in outbox.Close())
            if (_topics.TryGetValue(channel, out var known))
                known.Topic.Leave(outbox);
    }

    /// <summary>Events were lost on the way to this node: all who listen begin again.</summary>
    public void EndAll()
    {
        foreach (var (channel, known) in _topics)
            if (_topics.TryRemove(new(channel, known)))
                known.Topic.End();
    }

    /// <summary>Lets go of channels that nobody came back to.</summary>
    public void Sweep()
    {
        foreach (var (channel, known) in _topics)
            if (known.Topic.EndIfIdle(KeptAlone))
                _topics.TryRemove(new(channel, known));
    }

    /// <summary>Whoever ended it may not have come to that yet.</summary>
    private void Forget(Channel channel, Topic ended)
    {
        if (_topics.TryGetValue(channel, out var known) && known.Topic == ended)
            _topics.TryRemove(new(channel, known));
    }

    private async Task<Topic> OpenAsync(Channel channel)
    {
        var known = _topics.GetOrAdd(channel, Make);
        try
        {
            await known.Begun.Value;
            return known.Topic;
        }
        catch
        {
            _topics.TryRemove(new(channel, known));
            throw;
        }
    }

    private (Topic, Lazy<Task>) Make(Channel channel)
    {
        var epoch = channel.IsNumberedByEngine ? EngineEpoch : Guid.CreateVersion7(time.GetUtcNow()).ToString("n");
        var topic = new Topic(channel, epoch, frames, time);
        return (
            topic,
            new(async () =>
            {
                if (channel.IsNumberedByEngine)
                    topic.Begin(await kinds.PastOfJobAsync(channel.Id, Backlog.MostFrames));
            })
        );
    }
}
