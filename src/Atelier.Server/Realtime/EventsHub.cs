using Atelier.Identity.Contracts;
using Atelier.Realtime.Channels;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Atelier.Realtime;

/// <summary>The answer to subscribing.</summary>
/// <param name="Code">Null when subscribed; else why not: forbidden, job_not_found, channel_unknown, ...</param>
/// <param name="Recovered">
/// True when all that came after the client's position follows, false when a snapshot does; null when it named none.
/// </param>
/// <param name="Epoch">The one in which this channel counts now.</param>
/// <param name="Seq">The last event that had happened.</param>
internal sealed record SubscribeAnswer(
    string Channel,
    bool Subscribed,
    string? Code,
    string? Detail,
    bool? Recovered = null,
    string? Epoch = null,
    long? Seq = null
);

/// <summary>
/// Channels: <c>user:ID</c>, <c>job:ID</c>, <c>batch:ID</c>, <c>project:ID</c>, <c>system</c> and what other modules
/// register. The client is called back with <c>event(channel, event, seq)</c>, <c>snapshot(channel, state, seq, epoch)</c>,
/// <c>missed(channel)</c> and <c>restarting(milliseconds)</c>.
/// </summary>
internal sealed class EventsHub(Topics topics, ChannelKinds kinds, ChannelAccess access, OpenConnections connections)
    : Hub
{
    /// <param name="after">How far the client has come; null when it wants only what comes from now on.</param>
    public async Task<SubscribeAnswer> Subscribe(string channel, Position? after)
    {
        if (!Channel.TryParse(channel, out var asked) || !kinds.Knows(asked))
            return Refused("channel_unknown", "A channel is system, or a kind such as job: with an id.");
        if (connections.OutboxOf(Context.ConnectionId) is not { } outbox)
            return Refused("closed", "This connection is closed.");
        try
        {
            if (await access.RefuseAsync(asked, CurrentUser.From(Context.User!)) is { } problem)
                return Refused(problem.Code, problem.Detail);
            var joined = await topics.JoinAsync(outbox, asked, after);
            return joined.Outcome == Joining.TooMany
                ? Refused("too_many_channels", $"A connection can subscribe to {Outbox.MostChannels} channels.")
                : new(asked.ToString(), true, null, null, joined.Recovered, joined.Epoch, joined.Seq);
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException)
        {
            return Refused("unavailable", "The channel cannot be read now. Please try again.");
        }

        SubscribeAnswer Refused(string code, string detail) => new(channel, false, code, detail);
    }

    public void Unsubscribe(string channel)
    {
        if (Channel.TryParse(channel, out var asked) && connections.OutboxOf(Context.ConnectionId) is { } outbox)
            topics.Leave(outbox, asked);
    }
}
