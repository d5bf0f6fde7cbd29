using Atelier.Platform.Database;
using Atelier.Platform.Processes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform.Telemetry;

internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancel);
        return HealthCheckResult.Healthy();
    }
}

internal sealed class MigrationHealth(Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel) =>
        await migrator.CountPendingAsync(cancel) is var pending and > 0
            ? HealthCheckResult.Unhealthy($"{pending} migrations have yet to run.")
            : HealthCheckResult.Healthy();
}

internal sealed class DiskHealth(IOptions<StudioOptions> options) : IHealthCheck
{
    private const long LeastFreeBytes = 200L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
    {
        var free = new DriveInfo(options.Value.DataPath()).AvailableFreeSpace;
        return Task.FromResult(
            free < LeastFreeBytes
                ? HealthCheckResult.Unhealthy($"Only {free / (1024 * 1024)} MB are free in the data folder.")
                : HealthCheckResult.Healthy()
        );
    }
}

/// <summary>A missing tool degrades: what does not need it still works, and its jobs fail by name.</summary>
internal sealed class ToolHealth : IHealthCheck
{
    private static readonly string[] Tools = ["rsvg-convert", "qpdf", "ffmpeg", "espeak-ng"];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
    {
        var missing = Tools.Where(tool => ToolPackages.Find(tool) is null).ToList();
        return Task.FromResult(
            missing.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(
                    $"Missing: {string.Join(", ", missing)}. Install with: apt-get install {string.Join(' ', missing.Select(ToolPackages.For))}"
                )
        );
    }
}
