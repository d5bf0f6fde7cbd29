using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Atelier.Library.Mirrors;

/// <summary>A mirror that is down degrades: the library does not need it for anything.</summary>
internal sealed class MirrorHealth(MirrorLedger ledger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
    {
        var mirrors = await ledger.ListAsync(cancel);
        var said = string.Join(" ", mirrors.Select(Say));
        return mirrors.Any(mirror => mirror.State is MirrorState.Down or MirrorState.Refusing)
            ? HealthCheckResult.Degraded(said)
            : HealthCheckResult.Healthy(mirrors.Count == 0 ? null : said);
    }

    private static string Say(MirrorView mirror) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{mirror.Name}: {mirror.State.ToString().ToLowerInvariant()}, {mirror.Waiting} documents wait.{(mirror.Error is { } error ? $" {error}" : "")}"
        );
}
