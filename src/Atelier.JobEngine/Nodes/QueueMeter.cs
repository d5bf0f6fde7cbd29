using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// How long the queues are, for whoever collects measurements. Each collection gets what was counted after the one before,
/// and asks for the next count: one bounded query for each, and none while nobody collects.
/// </summary>
internal sealed class QueueMeter : BackgroundService
{
    // Each from its own partial index. Beyond the limit the number stands still, and tells enough.
    private const string Count = """
        select l.name, q.state, count(*), coalesce(extract(epoch from clock_timestamp() - min(q.run_at)), 0)::float8
        from (
            (select lane_id, 'ready' as state, run_at from jobs.job where state = 1 limit 100000)
            union all
            (select lane_id, 'held', run_at from jobs.job where state = 6 and deps = 0 limit 100000)
            union all
            (select lane_id, 'scheduled', run_at from jobs.job where state = 0 limit 100000)) q
        join jobs.lane l on l.id = q.lane_id
        group by 1, 2
        """;

    private sealed record Line(string Lane, string State, long Jobs, double Age);

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Bell _bell;
    private readonly Meter _meter = new(JobTelemetry.Name);
    private volatile IReadOnlyList<Line> _lines = [];

    public QueueMeter(NpgsqlDataSource database, TimeProvider time, ILogger<QueueMeter> log)
    {
        (_database, _time, _log, _bell) = (database, time, log, new Bell(time));
        _meter.CreateObservableGauge(
            "atelier.job.queue.depth",
            Depths,
            "{job}",
            "Jobs that wait, over all nodes: take the largest of what the nodes tell, not the sum."
        );
        _meter.CreateObservableGauge(
            "atelier.job.queue.age",
            Ages,
            "s",
            "How long the longest-waiting job could have run already, over all nodes."
        );
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await _bell.WaitAsync(TimeSpan.FromHours(1), stoppingToken))
                    _lines = await CountAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception problem)
            {
                _lines = [];
                _log.LogDebug(problem, "The queues could not be counted.");
            }
    }

    private IEnumerable<Measurement<long>> Depths()
    {
        _bell.Ring();
        return _lines.Select(line => new Measurement<long>(line.Jobs, Tags(line)));
    }

    private IEnumerable<Measurement<double>> Ages() =>
        _lines.Where(line => line.State != "scheduled").Select(line => new Measurement<double>(line.Age, Tags(line)));

    private static KeyValuePair<string, object?>[] Tags(Line line) =>
        [new("atelier.job.lane", line.Lane), new("atelier.job.state", line.State)];

    private async Task<IReadOnlyList<Line>> CountAsync(CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(Count);
        command.CommandTimeout = 10;
        var lines = new List<Line>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            lines.Add(new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetDouble(3)));
        return lines;
    }
}
