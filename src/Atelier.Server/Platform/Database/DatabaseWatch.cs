using Atelier.Platform.Database.Postgres;

namespace Atelier.Platform.Database;

/// <summary>
/// Looks after the studio's own PostgreSQL: killed from outside, by the kernel when memory is short for example, it
/// comes back at the same address, recovers, and requests and jobs go on.
/// </summary>
internal sealed class DatabaseWatch(StudioDatabase database, TimeProvider clock, ILogger<DatabaseWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The studio is stopping, and stops its database itself.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            if (await database.ReviveAsync(cancel))
                log.LogWarning("PostgreSQL had died and was started again");
        }
        catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "PostgreSQL has died and does not start again");
        }
    }
}
