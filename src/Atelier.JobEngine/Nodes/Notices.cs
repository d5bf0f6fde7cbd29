using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Sends a node's notices, gathered: NOTIFY takes a lock of the whole server at commit, so it goes out at most every
/// 25 ms and never inside the transactions it tells about. A notice is a hint; one lost costs a poll, not a job.
/// </summary>
internal sealed class Notices(NpgsqlDataSource database, TimeProvider time, ILogger<Notices> log)
{
    private const int LongestPayload = 7500; // PostgreSQL refuses 8,000 bytes

    // Its commit does not wait for the disk, as others would with it: NOTIFY keeps its lock that long.
    public const string Send = """
        with hint as materialized (select set_config('synchronous_commit', 'off', true))
        select pg_notify('atelier_jobs', p) from hint cross join unnest($1) p
        """;

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(25);

    private readonly Lock _lock = new();
    private readonly Bell _bell = new(time);
    private readonly HashSet<short> _lanes = [];
    private readonly HashSet<int> _keys = [];
    private readonly Dictionary<long, int> _events = [];
    private readonly HashSet<string> _hints = new(StringComparer.Ordinal);

    public void Work(short lane)
    {
        lock (_lock)
            _lanes.Add(lane);
        _bell.Ring();
    }

    /// <summary>Somebody look at these lines.</summary>
    public void Held(IEnumerable<int> keys)
    {
        lock (_lock)
            _keys.UnionWith(keys);
        _bell.Ring();
    }

    public void Event(long job, int seq)
    {
        lock (_lock)
            AddEvent(job, seq);
        _bell.Ring();
    }

    public void Events(IEnumerable<(long Job, int Seq)> events)
    {
        lock (_lock)
            foreach (var (job, seq) in events)
                AddEvent(job, seq);
        _bell.Ring();
    }

    public void Hint(string hint)
    {
        lock (_lock)
            _hints.Add(hint);
        _bell.Ring();
    }

    private void AddEvent(long job, int seq)
    {
        if (!_events.TryGetValue(job, out var first) || seq < first)
            _events[job] = seq;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await _bell.WaitAsync(TimeSpan.FromHours(1), cancel);
            await SendAsync(cancel);
            await Task.Delay(Apart, time, cancel);
        }
    }

    public async Task SendAsync(CancellationToken cancel)
    {
        var payloads = Take();
        if (payloads.Count == 0)
            return;
        try
        {
            await using var command = database.CreateCommand(Send);
            command.CommandTimeout = Bounds.Seconds;
            command.Parameters.Add(new() { Value = payloads.ToArray() });
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            log.LogDebug(problem, "Wake-ups were not sent; everybody will poll.");
        }
    }

    private List<string> Take()
    {
        lock (_lock)
        {
            var payloads = _lanes.Select(lane => $"w:{lane}").ToList();
            payloads.AddRange(_keys.Select(key => $"k:{key}"));
            payloads.AddRange(_hints.Select(hint => $"x:{hint}"));
            var line = new System.Text.StringBuilder();
            foreach (var (job, seq) in _events)
            {
                line.Append(line.Length == 0 ? "e:" : ",").Append(job).Append(':').Append(seq);
                if (line.Length > LongestPayload)
                    Cut();
            }
            if (line.Length > 0)
                Cut();
            _lanes.Clear();
            _keys.Clear();
            _hints.Clear();
            _events.Clear();
            return payloads;

            void Cut()
            {
                payloads.Add(line.ToString());
                line.Clear();
            }
        }
    }
}
