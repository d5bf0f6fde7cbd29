using Atelier.Platform;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Mirrors;

/// <summary>Tells the mirrors, one document after the other, on every node that runs jobs.</summary>
internal sealed class MirrorCourier(
    IEnumerable<IMirror> configured,
    MirrorLedger ledger,
    CopyReader copies,
    IOptions<StudioOptions> studio,
    TimeProvider clock,
    ILogger<MirrorCourier> log
) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<IMirror> _mirrors = [.. configured];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!studio.Value.RunsJobs)
            return;
        await UntilItWorksAsync(() => ledger.SettleAsync(_mirrors, stoppingToken), stoppingToken);
        await Task.WhenAll(_mirrors.Select(mirror => ServeAsync(mirror, stoppingToken)));
    }

    /// <summary>Tells one mirror all that is due.</summary>
    /// <returns>How many documents it took.</returns>
    public async Task<int> DeliverAsync(IMirror mirror, CancellationToken cancel)
    {
        for (var told = 0; ; told++)
        {
            if (await ledger.TakeAsync(mirror.Name, cancel) is not { } errand)
                return told;
            try
            {
                await TellAsync(mirror, errand, cancel);
            }
            catch (MirrorException e)
            {
                log.LogWarning("{Mirror} does not take a document: {Reason}", mirror.Name, e.Message);
                await ledger.DeferAsync(errand, e, cancel);
                if (e.IsOutage)
                    return told;
            }
        }
    }

    private async Task TellAsync(IMirror mirror, MirrorErrand errand, CancellationToken cancel)
    {
        var parts = 0;
        if (await copies.FindAsync(errand.DocumentId, cancel) is { } document)
            parts = await mirror.KeepAsync(document, errand, cancel);
        else
            await mirror.DropAsync(errand, cancel);
        await ledger.FinishAsync(errand, parts, cancel);
    }

    private Task ServeAsync(IMirror mirror, CancellationToken cancel) =>
        UntilItWorksAsync(
            async () =>
            {
                while (true)
                {
                    await DeliverAsync(mirror, cancel);
                    await Task.Delay(Idle, clock, cancel);
                }
            },
            cancel
        );

    /// <summary>The database may be away for a while; nothing that waits here is lost by waiting.</summary>
    private async Task UntilItWorksAsync(Func<Task> work, CancellationToken cancel)
    {
        while (true)
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (Outage.Is(e))
            {
                log.LogWarning("Mirrors wait for the database: {Reason}", e.Message);
                await Task.Delay(Idle, clock, cancel);
            }
    }
}
