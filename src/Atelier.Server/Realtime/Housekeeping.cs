using Atelier.Identity.Contracts;
using Atelier.Platform;
using Atelier.Realtime.Channels;

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
) : PeriodicWork(TimeSpan.FromSeconds(1), "Open connections could not be checked", clock, log)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        topics.Sweep();
        access.Sweep();
        await CloseEndedAsync(cancel);
    }

    private async Task CloseEndedAsync(CancellationToken cancel)
    {
        var open = connections.All;
        if (open.Count == 0)
            return;
        var credentials = open.Select(one => one.User.CredentialId).Distinct().ToList();
        var roles = await sessions.RolesOfAsync(credentials, cancel);
        foreach (var one in open)
            if (roles.GetValueOrDefault(one.User.CredentialId) != one.User.Role)
                one.Abort();
    }
}
