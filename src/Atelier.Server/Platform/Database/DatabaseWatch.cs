namespace Atelier.Platform.Database;

/// <summary>
/// Looks after the studio's own PostgreSQL: killed from outside, by the kernel when memory is short for example, it
/// comes back at the same address, recovers, and requests and jobs go on.
/// </summary>
internal sealed class DatabaseWatch(StudioDatabase database, TimeProvider clock, ILogger<DatabaseWatch> log)
    : PeriodicWork(TimeSpan.FromSeconds(2), "PostgreSQL has died and does not start again", clock, log)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        if (await database.ReviveAsync(cancel))
            Log.LogWarning("PostgreSQL had died and was started again");
    }
}
