using Atelier.Identity.Contracts;
using Atelier.Realtime.Channels;
using Npgsql;

namespace Atelier.Realtime;

/// <summary>
/// Every second: closes this node's connections whose session or role has ended, and lets go of channels that nobody
/// listens to any more.
/// </summary>
internal sealed class Housekeeping(
    OpenConnections connections,
    Topics topics,
    ChannelAccess access,
    ISessions sessions,
    TimeProvider clock,
    ILogger<Housekeeping> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                topics.Sweep();
                access.Sweep();
                await CloseEndedAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The studio is stopping, and its connections with it.
        }
    }

    private async Task CloseEndedAsync(CancellationToken cancel)
    {
        var open = connections.All;
        if (open.Count == 0)
            return;
        try
        {
            var credentials = open.Select(one => one.User.CredentialId).Distinct().ToList();
            var roles = await sessions.RolesOfAsync(credentials, cancel);
            foreach (var one in open)
                if (roles.GetValueOrDefault(one.User.CredentialId) != one.User.Role)
                    one.Abort();
        }
        catch (NpgsqlException problem)
        {
            log.LogWarning("Open connections could not be checked: {Problem}", problem.Message);
        }
    }
}
