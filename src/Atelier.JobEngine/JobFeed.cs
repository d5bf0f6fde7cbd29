using System.Threading.Channels;
using Atelier.JobEngine.Nodes;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine;

/// <summary>
/// All job events of all nodes, as they are committed, through this process's one listener. A watcher that falls far
/// behind loses the oldest; the hole shows in <see cref="JobEvent.Seq"/> and is read back with
/// <see cref="JobClient.EventsAsync"/>.
/// </summary>
public sealed class JobFeed
{
    private const int MostBehind = 8192;
    private const int MostRemembered = 20_000;
    private const int Overlap = 500; // ids are given before the commit: a smaller one may become visible later

    private const string InOrder = " order by w.job_id, e.seq";

    private static readonly string Announced =
        EventReading.From("select * from unnest($1::bigint[], $2::int[])") + InOrder;

    // Only first events: a later one read ahead of those before it would hide them.
    private static readonly string Queued =
        EventReading.From("select id, 1 from jobs.job where id between $1 and $2") + " where e.seq = 1" + InOrder;

    // Which jobs something may have happened to lately, and from which event to which. A beginning is no row of its own while the
    // run goes on.
    private const string Lately = """
        select job_id, min(first), max(last) from (
            (select job_id, coalesce(began_seq, seq) as first, seq as last from jobs.job_event
             where id > $1 and at > clock_timestamp() - interval '1 day' order by id limit 5000)
            union all
            (select id, 1, 1 from jobs.job where id > $2 order by id limit 5000)
            union all
            select id, began_seq, began_seq from jobs.job where state = 2 and started_at > $3 - interval '10 s') r
        group by job_id
        """;

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Bell _bell;
    private readonly Lock _lock = new();
    private readonly List<Channel<JobEvent>> _watchers = [];
    private readonly Dictionary<long, int> _announced = [];
    private readonly List<(long From, long To)> _queued = [];
    private readonly Dictionary<long, int> _seen = [];
    private readonly Queue<long> _seenOrder = [];
    private bool _lookBack;
    private Place _floor;
    private Place _newest;

    internal JobFeed(NpgsqlDataSource database, Listener listener, TimeProvider time, ILogger<JobFeed> log)
    {
        (_database, _time, _log, _bell) = (database, time, log, new Bell(time));
        listener.Event += Announce;
        listener.Queued += AnnounceMany;
        listener.Connected += () =>
        {
            _lookBack = true;
            _bell.Ring();
        };
    }

    /// <summary>
    /// Begins to watch. Every event committed after this returned will come, each job's in order and once; earlier ones
    /// may.
    /// </summary>
    public async Task<JobWatch> WatchAsync(CancellationToken cancel = default)
    {
        var newest = await NewestAsync(cancel);
        JobWatch? watch = null;
        var watcher = Channel.CreateBounded<JobEvent>(
            new BoundedChannelOptions(MostBehind) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => watch!.Lose()
        );
        watch = new JobWatch(watcher.Reader, () => Forget(watcher));
        lock (_lock)
        {
            if (_watchers.Count == 0)
                _floor = _newest = newest;
            _watchers.Add(watcher);
        }
        return watch;
    }

    internal async Task RunAsync(TimeSpan poll, CancellationToken stop)
    {
        for (ulong look = 0; !stop.IsCancellationRequested; look++)
        {
            var asked = _time.GetTimestamp();
            var longest = Backoff.Spread(poll, look);
            await _bell.WaitAsync(longest, stop);
            try
            {
                await LookAsync(_time.GetElapsedTime(asked) >= longest, stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                _log.LogDebug(problem, "The feed could not read; it looks again.");
                _lookBack = true;
            }
        }
    }

    private async Task LookAsync(bool slowPoll, CancellationToken cancel)
    {
        if (slowPoll || _lookBack)
        {
            _lookBack = false;
            await LookBackAsync(cancel);
        }
        (long Job, int Seq)[] wanted;
        (long From, long To)[] queued;
        lock (_lock)
        {
            wanted =
            [
                .. _announced.Select(one => (one.Key, _seen.TryGetValue(one.Key, out var seq) ? seq + 1 : one.Value)),
            ];
            queued = [.. _queued];
            _announced.Clear();
            _queued.Clear();
            if (_watchers.Count == 0)
                return;
        }
        foreach (var (first, last) in queued)
        {
            await using var many = _database.CreateCommand(Queued);
            many.Parameters.Add(new() { Value = first });
            many.Parameters.Add(new() { Value = last });
            await PublishAsync(many, cancel);
        }
        if (wanted.Length == 0)
            return;
        await using var command = _database.CreateCommand(Announced);
        command.Parameters.Add(Sql.Array(wanted.Select(one => one.Job), NpgsqlDbType.Bigint));
        command.Parameters.Add(Sql.Array(wanted.Select(one => one.Seq), NpgsqlDbType.Integer));
        await PublishAsync(command, cancel);
    }

    /// <summary>Announces what nobody announced here, as far as it was not seen.</summary>
    private async Task LookBackAsync(CancellationToken cancel)
    {
        Place from;
        lock (_lock)
        {
            if (_watchers.Count == 0)
                return;
            from = _floor with
            {
                Event = Math.Max(_floor.Event, _newest.Event - Overlap),
                Job = Math.Max(_floor.Job, _newest.Job - Overlap),
            };
        }
        await using var command = _database.CreateCommand(Lately);
        command.Parameters.Add(new() { Value = from.Event });
        command.Parameters.Add(new() { Value = from.Job });
        command.Parameters.Add(new() { Value = from.At });
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var (job, first, last) = (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2));
            lock (_lock)
                if (!_seen.TryGetValue(job, out var seen) || seen < last)
                    Note(job, first);
        }
    }

    private async Task<Place> NewestAsync(CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(
            "select coalesce((select max(id) from jobs.job_event), 0), coalesce((select max(id) from jobs.job), 0), clock_timestamp()"
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new(row.GetInt64(0), row.GetInt64(1), row.GetDateTime(2));
    }

    private async Task PublishAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var (id, job, happened) = (row.Optional<long>(0) ?? 0, row.GetInt64(1), EventReading.Event(row));
            lock (_lock)
            {
                _newest = _newest with { Event = Math.Max(_newest.Event, id), Job = Math.Max(_newest.Job, job) };
                if (!Remember(job, happened.Seq))
                    continue;
                foreach (var watcher in _watchers)
                    watcher.Writer.TryWrite(happened);
            }
        }
    }

    private void Forget(Channel<JobEvent> watcher)
    {
        lock (_lock)
            _watchers.Remove(watcher);
        watcher.Writer.TryComplete();
    }

    private void Announce(long job, int seq)
    {
        lock (_lock)
            Note(job, seq);
        _bell.Ring();
    }

    private void Note(long job, int seq)
    {
        if (!_announced.TryGetValue(job, out var first) || seq < first)
            _announced[job] = seq;
    }

    private void AnnounceMany(long from, long to)
    {
        lock (_lock)
            _queued.Add((from, to));
        _bell.Ring();
    }

    /// <returns>False when this event, or a later one of the job, was sent before.</returns>
    private bool Remember(long job, int seq)
    {
        if (_seen.TryGetValue(job, out var last))
        {
            if (seq <= last)
                return false;
        }
        else
        {
            _seenOrder.Enqueue(job);
            if (_seenOrder.Count > MostRemembered)
                _seen.Remove(_seenOrder.Dequeue());
        }
        _seen[job] = seq;
        return true;
    }

    /// <summary>How far the ids of events and of jobs had come: what is queued has no event of its own.</summary>
    /// <param name="At">By the database's clock.</param>
    private readonly record struct Place(long Event, long Job, DateTime At);
}
