namespace Atelier.Platform;

/// <summary>
/// Work that is done again and again for as long as the node runs. A database or a disk that is away for a while stops
/// neither the work nor the node: what was left undone is done the next time.
/// </summary>
/// <param name="pause">From one beginning to the next, if the work is done by then.</param>
/// <param name="undone">What has not happened when it fails, for the log.</param>
internal abstract class PeriodicWork(TimeSpan pause, string undone, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected ILogger Log => log;

    /// <summary>Whether this node does it.</summary>
    protected virtual bool IsOurs => true;

    /// <summary>Whether it is done once at the start, too.</summary>
    protected virtual bool BeginsAtOnce => false;

    protected abstract Task WorkAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOurs)
            return;
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            if (BeginsAtOnce)
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is stopping; what is left is done after the next start.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await WorkAsync(cancel);
        }
        catch (Exception e) when (Outage.Is(e))
        {
            log.LogWarning("{Undone}: {Reason}", undone, e.Message);
        }
    }
}
