using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

/// <summary>The answer to joining a channel.</summary>
/// <param name="Code">Null when joined; else why not: forbidden, job_not_found, channel_unknown, ...</param>
/// <param name="Missed">For a job's channel: its events after the asked seq. They may also arrive as live events.</param>
internal sealed record JoinAnswer(
    string Channel,
    bool Joined,
    string? Code,
    string? Detail,
    IReadOnlyList<JobEvent> Missed
);

/// <summary>
/// Channels: <c>user:{id}</c>, <c>job:{id}</c>, <c>batch:{id}</c> and <c>project:{id}</c>, each only for its owner. The client is called back
/// with <c>event(channel, event)</c>; a gap in a job's seq means that something was missed.
/// </summary>
internal sealed class EventsHub(
    Subscriptions subscriptions,
    OpenConnections connections,
    ChannelAccess access,
    JobClient jobs
) : Hub
{
    private const int MostEvents = 500;

    public override Task OnConnectedAsync()
    {
        connections.Add(Context);
        subscriptions.Connect(Context.ConnectionId, Clients.Caller);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        subscriptions.Disconnect(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <param name="after">The last seq the client knows of this job; -1 when it wants no past events.</param>
    public async Task<JoinAnswer> Join(string channel, int after)
    {
        var cancel = Context.ConnectionAborted;
        if (!Channel.TryParse(channel, out var asked))
            return Refused("channel_unknown", "A channel is user:, job:, batch: or project: with an id.");
        if (await access.RefuseAsync(asked, CurrentUser.From(Context.User!), cancel) is { } problem)
            return Refused(problem.Code, problem.Detail);
        if (!subscriptions.Join(Context.ConnectionId, asked))
            return Refused("too_many_channels", $"A connection can join {Subscriptions.MostChannels} channels.");
        // Joined first and read afterwards: an event in between comes twice rather than never.
        var missed =
            asked.Kind == ChannelKind.Job && after >= 0
                ? await jobs.EventsAsync(asked.Id, after, MostEvents, cancel)
                : [];
        return new JoinAnswer(asked.ToString(), true, null, null, missed);

        JoinAnswer Refused(string code, string detail) => new(channel, false, code, detail, []);
    }

    public void Leave(string channel)
    {
        if (Channel.TryParse(channel, out var asked))
            subscriptions.Leave(Context.ConnectionId, asked);
    }
}
