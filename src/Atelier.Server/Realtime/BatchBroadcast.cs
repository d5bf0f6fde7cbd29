using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Npgsql;

namespace Atelier.Realtime;

/// <summary>How a batch stands; sent whenever its jobs moved.</summary>
/// <param name="Type">Always <c>batch</c>.</param>
internal sealed record BatchEvent(Guid BatchId, string Type, BatchView Data);

/// <summary>
/// Tells those who listen to a batch how it stands. Many jobs move at once, so what happened within a moment is gathered
/// into one event; batches that nobody listens to here cost nothing.
/// </summary>
internal sealed class BatchBroadcast(
    JobFeed feed,
    IBatches batches,
    Subscriptions subscriptions,
    TimeProvider time,
    ILogger<BatchBroadcast> log
) : BackgroundService
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = await feed.OpenAsync(time, log, stoppingToken);
        var next = watch.NextAsync(stoppingToken).AsTask();
        var moved = new HashSet<Guid>();
        while (!stoppingToken.IsCancellationRequested)
        {
            Note(await next);
            var moment = Task.Delay(Moment, time, stoppingToken);
            while (await Task.WhenAny(next = watch.NextAsync(stoppingToken).AsTask(), moment) != moment)
                Note(await next);
            foreach (var batch in moved)
                await TellAsync(batch, stoppingToken);
            moved.Clear();
        }

        void Note(JobEvent happened)
        {
            if (happened.BatchId is { } batch && subscriptions.IsHeard(new(ChannelKind.Batch, batch)))
                moved.Add(batch);
        }
    }

    private async Task TellAsync(Guid batch, CancellationToken cancel)
    {
        try
        {
            if (await batches.GetAsync(batch, cancel) is { } view)
                subscriptions.Send(new(ChannelKind.Batch, batch), new BatchEvent(batch, "batch", view));
        }
        catch (NpgsqlException problem)
        {
            log.LogWarning("A batch could not be read for those who listen: {Problem}", problem.Message);
        }
    }
}
