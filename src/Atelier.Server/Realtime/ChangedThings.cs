using System.Threading.Channels;
using Atelier.JobEngine;
using Atelier.Realtime.Channels;
using Atelier.Realtime.Contracts;
using Npgsql;

namespace Atelier.Realtime;

/// <summary>How a thing stands; sent whenever it changed.</summary>
/// <param name="Type">Always <c>state</c>.</param>
internal sealed record StateEvent(string Type, object Data);

/// <summary>
/// Tells those who listen to a thing how it stands now. What changed within a moment is gathered, so that a batch whose
/// jobs all move is read once; things that nobody listens to here cost nothing.
/// </summary>
internal sealed class ChangedThings : BackgroundService, ILiveUpdates
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly ClusterHints _hints;
    private readonly Topics _topics;
    private readonly ChannelKinds _kinds;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Channel<Channel> _moved = System.Threading.Channels.Channel.CreateUnbounded<Channel>();

    public ChangedThings(
        ClusterHints hints,
        Topics topics,
        ChannelKinds kinds,
        TimeProvider time,
        ILogger<ChangedThings> log
    )
    {
        (_hints, _topics, _kinds, _time, _log) = (hints, topics, kinds, time, log);
        hints.Heard += hint =>
        {
            if (Channel.TryParse(hint, out var channel))
                Note(channel);
        };
        hints.MaybeMissed += NoteAll;
    }

    public void Changed(string kind, Guid id) => _hints.Tell(new Channel(kind, id).ToString());

    public void Note(Channel channel)
    {
        if (_topics.IsHeard(channel))
            _moved.Writer.TryWrite(channel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _moved.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Moment, _time, stoppingToken);
            var moved = new HashSet<Channel>();
            while (_moved.Reader.TryRead(out var channel))
                moved.Add(channel);
            foreach (var channel in moved)
                await TellAsync(channel);
        }
    }

    /// <summary>After a time without hints anything may have changed, but for what the job feed tells.</summary>
    private void NoteAll()
    {
        foreach (var channel in _topics.Heard)
            if (channel.Kind is not (Channel.Job or Channel.User or Channel.Project) && channel != Channel.System)
                Note(channel);
    }

    private async Task TellAsync(Channel channel)
    {
        try
        {
            if (await _kinds.ReadAsync(channel) is { } state)
                _topics.Publish(channel, new Happening(new StateEvent("state", state), Supersedes: channel.Id));
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException)
        {
            _log.LogWarning("A thing could not be read for those who listen: {Problem}", problem.Message);
        }
    }
}
