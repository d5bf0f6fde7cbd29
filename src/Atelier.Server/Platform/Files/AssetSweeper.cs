using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform.Files;

/// <summary>Sweeps every hour, on the nodes that run jobs. Two at once do no harm.</summary>
internal sealed class AssetSweeper(
    AssetSweep sweep,
    IOptions<StudioOptions> studio,
    TimeProvider clock,
    ILogger<AssetSweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!studio.Value.RunsJobs)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The studio is stopping; nothing is lost by sweeping later.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await sweep.RunAsync(cancel);
        }
        catch (Exception e)
            when (e
                    is NpgsqlException
                        or DbUpdateException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            log.LogWarning("Unused files could not be removed: {Reason}", e.Message); // tried again in an hour
        }
    }
}
