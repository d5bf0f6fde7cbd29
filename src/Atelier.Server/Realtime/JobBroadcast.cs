using Atelier.JobEngine;

namespace Atelier.Realtime;

/// <summary>Hands every job event of the cluster to those who listen on this node.</summary>
internal sealed class JobBroadcast(
    JobFeed feed,
    Subscriptions subscriptions,
    TimeProvider time,
    ILogger<JobBroadcast> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = await feed.OpenAsync(time, log, stoppingToken);
        await foreach (var happened in watch.ReadAllAsync(stoppingToken))
        {
            subscriptions.Send(new(ChannelKind.Job, happened.JobId), happened);
            subscriptions.Send(new(ChannelKind.User, happened.OwnerId), happened);
            if (happened.ProjectId is { } project)
                subscriptions.Send(new(ChannelKind.Project, project), happened);
        }
    }
}
