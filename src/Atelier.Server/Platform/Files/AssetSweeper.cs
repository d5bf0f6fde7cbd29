using Microsoft.Extensions.Options;

namespace Atelier.Platform.Files;

/// <summary>Sweeps every hour, on the nodes that run jobs. Two at once do no harm.</summary>
internal sealed class AssetSweeper(
    AssetSweep sweep,
    IOptions<StudioOptions> studio,
    TimeProvider clock,
    ILogger<AssetSweeper> log
) : PeriodicWork(TimeSpan.FromHours(1), "Unused files could not be removed", clock, log)
{
    protected override bool IsOurs => studio.Value.RunsJobs;

    protected override Task WorkAsync(CancellationToken cancel) => sweep.RunAsync(cancel);
}
