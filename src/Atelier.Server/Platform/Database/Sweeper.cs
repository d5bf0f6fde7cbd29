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
) : PeriodicWork(TimeSpan.FromMinutes(10), "Old rows stay for another while", clock, log)
{
    protected override Task WorkAsync(CancellationToken cancel) => SweepAsync(cancel);

    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var rule in rules)
        {
            await using var delete = database.CreateCommand(rule.Sql);
            delete.Parameters.Add(new() { Value = Clock.GetUtcNow().ToUniversalTime() - rule.KeptFor });
            await delete.ExecuteNonQueryAsync(cancel);
        }
    }
}
