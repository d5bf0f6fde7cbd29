using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>Removes rows that say nothing any more.</summary>
/// <param name="Sql">Takes the instant before which they are old as <c>$1</c>.</param>
internal sealed record SweepRule(string Sql, TimeSpan KeptFor = default);

/// <summary>Runs the rules every ten minutes. Which node does it does not matter, nor whether two do.</summary>
internal sealed class Sweeper(
    NpgsqlDataSource database,
    IEnumerable<SweepRule> rules,
    TimeProvider clock,
    ILogger<Sweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogWarning(e, "Old rows stay for another while");
            }
    }

    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var rule in rules)
        {
            await using var delete = database.CreateCommand(rule.Sql);
            delete.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() - rule.KeptFor });
            await delete.ExecuteNonQueryAsync(cancel);
        }
    }
}
