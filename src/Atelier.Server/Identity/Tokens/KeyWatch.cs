using Npgsql;

namespace Atelier.Identity.Tokens;

/// <summary>Follows the key file on a beat, and has a new key made when the newest is old enough.</summary>
internal sealed class KeyWatch(SigningKeys keys, KeyRotation rotation, TimeProvider clock, ILogger<KeyWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The studio is stopping.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            keys.Reload();
            await rotation.RotateWhenDueAsync(cancel);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("No new signing key could be made: {Problem}", e.Message);
        }
    }
}
