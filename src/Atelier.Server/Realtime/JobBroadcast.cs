using Atelier.JobEngine;

namespace Atelier.Realtime;

/// <summary>Hands every job event of the cluster to those who listen on this node.</summary>
internal sealed class JobBroadcast(
    JobFeed feed,
    Topics topics,
    ChangedThings changed,
    TimeProvider time,
    ILogger<JobBroadcast> log
) : BackgroundService
{
    private const int MostTogether = 32;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = await feed.OpenAsync(time, log, stoppingToken);
        await foreach (var happened in watch.ReadSomeAsync(MostTogether, stoppingToken))
        {
            if (watch.HasLost())
                topics.EndAll();
            Tell(happened);
        }
    }

    private void Tell(IReadOnlyList<JobEvent> all)
    {
        var heard = all.SelectMany(Channels).Where(one => topics.IsHeard(one.Channel));
        foreach (var told in heard.GroupBy(one => one.Channel, one => Happening.Of(one.Event)))
            if (told.Key.Kind == Channel.Batch)
                changed.Note(told.Key);
            else
                topics.Publish(told.Key, [.. told]);
    }

    private static IEnumerable<(Channel Channel, JobEvent Event)> Channels(JobEvent happened)
    {
        yield return (new(Channel.Job, happened.JobId), happened);
        yield return (new(Channel.User, happened.OwnerId), happened);
        if (happened.ProjectId is { } project)
            yield return (new(Channel.Project, project), happened);
        if (happened.BatchId is { } batch)
            yield return (new(Channel.Batch, batch), happened);
        if (happened.Type != "progress")
            yield return (Channel.System, happened);
    }
}
