using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine.Board;

public sealed partial class JobBoard
{
    private const string Span = """
        select date_bin('5 minutes', now - $1, '2000-01-01Z'), greatest(until, date_bin('5 minutes', now - $1, '2000-01-01Z')), now
        from jobs.tallied, clock_timestamp() now
        """;

    internal const string Stats = $"""
        with {Tally.Ends}
        select k.name, t.succeeded, t.retried, t.failed, t.cancelled, t.handed_back, t.crashed, t.waits::text, t.runs::text
        from (
            select kind_id, succeeded, retried, failed, cancelled, handed_back, crashed, waits, runs
            from jobs.tally where at >= $3 and at < $1
            union all
            select kind_id, succeeded, retried, failed, cancelled, handed_back, crashed, waits, runs
            from ends left join w using (at, kind_id) left join r using (at, kind_id)) t
        join jobs.kind k on k.id = t.kind_id
        """;

    /// <summary>What ended within the last hours or days, over all nodes.</summary>
    /// <param name="window">At most a week.</param>
    public async Task<BoardStats> StatsAsync(TimeSpan window, CancellationToken cancel = default)
    {
        await using var connection = await _database.OpenConnectionAsync(cancel);
        var (from, tallied, now) = await SpanAsync(connection, window, cancel);
        await using var command = new NpgsqlCommand(Stats, connection)
        {
            Parameters =
            {
                new() { Value = tallied },
                new() { Value = now },
                new() { Value = from },
            },
        };
        var kinds = new SortedDictionary<string, Ended>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var name = row.GetString(0);
            if (!kinds.TryGetValue(name, out var kind))
                kinds[name] = kind = new Ended();
            kind.Add(row);
        }
        var all = new Ended();
        foreach (var kind in kinds.Values)
            all.Add(kind);
        return new BoardStats(
            from,
            now,
            new(all.Runs, all.Waits.Percentiles, all.Took.Percentiles),
            [
                .. kinds.Select(k => new KindStats(
                    k.Key,
                    k.Value.Runs,
                    k.Value.Waits.Percentiles,
                    k.Value.Took.Percentiles
                )),
            ]
        );
    }

    private static async Task<(DateTime From, DateTime Tallied, DateTime Now)> SpanAsync(
        NpgsqlConnection connection,
        TimeSpan window,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Span, connection);
        command.Parameters.Add(new() { Value = window });
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetDateTime(0), row.GetDateTime(1), row.GetDateTime(2));
    }

    private sealed class Ended
    {
        public RunCounts Runs { get; private set; } = new(0, 0, 0, 0, 0, 0);

        public Durations Waits { get; } = new();

        public Durations Took { get; } = new();

        public void Add(NpgsqlDataReader row)
        {
            Runs += new RunCounts(
                row.GetInt32(1),
                row.GetInt32(2),
                row.GetInt32(3),
                row.GetInt32(4),
                row.GetInt32(5),
                row.GetInt32(6)
            );
            Waits.Add(row.Text(7));
            Took.Add(row.Text(8));
        }

        public void Add(Ended other)
        {
            Runs += other.Runs;
            Waits.Add(other.Waits);
            Took.Add(other.Took);
        }
    }
}
