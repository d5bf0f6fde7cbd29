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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = await feed.OpenAsync(time, log, stoppingToken);
        await foreach (var happened in watch.ReadAllAsync(stoppingToken))
        {
            if (watch.HasLost())
                topics.EndAll();
            Tell(happened);
        }
    }

    private void Tell(JobEvent happened)
    {
        Guid? supersedes = happened.Type == "progress" ? happened.JobId : null;
        topics.Publish(happened);
        topics.Publish(new Channel(Channel.User, happened.OwnerId), happened, supersedes);
        if (happened.ProjectId is { } project)
            topics.Publish(new Channel(Channel.Project, project), happened, supersedes);
        if (happened.BatchId is { } batch)
            changed.Note(new Channel(Channel.Batch, batch));
        if (supersedes is null)
            topics.Publish(Channel.System, happened);
    }
}
