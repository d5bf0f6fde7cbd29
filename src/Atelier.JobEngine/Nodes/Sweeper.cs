using Atelier.JobEngine.Board;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>
/// Moves what nobody holds: jobs that are due, jobs whose node died, history that is old. Any node may do it and no
/// node must; a lock taken only for the moment keeps two from doing it at once.
/// </summary>
internal sealed class Sweeper(EngineParts parts, Promoter promoter, int node)
{
    /// <summary>Gives all jobs of node $1 back, unharmed; the node has ended.</summary>
    public const string HandBack = """
        with c as materialized (select id from jobs.job where node_id = $1 and state = 2 order by id for update),
        u as (
            update jobs.job j set
                state = case when j.cancel_at is null then 1 else 4 end,
                finished_at = case when j.cancel_at is null then null else clock_timestamp() end,
                attempt = j.attempt - 1, fence = fence + 1, node_id = null, event_seq = event_seq + 1
            from c where j.id = c.id
            returning j.id, j.attempt, j.fence, j.began_seq, j.started_at, j.event_seq, j.state, j.lane_id, j.key_id, j.owner_key_id),
        e as (
            insert into jobs.job_event (job_id, seq, type, attempt, fence, node_id, began_seq, started_at, outcome)
            select id, event_seq, case state when 1 then 6 else 11 end, attempt + 1, fence - 1, $1, nullif(began_seq, 0),
                   started_at, 4
            from u),
        n as (update jobs.node set draining = true, stopped_at = clock_timestamp() where id = $1)
        select pg_notify('atelier_jobs', 'e:' || string_agg(id || ':' || event_seq, ',')) from u group by id / 256
        union all
        select pg_notify('atelier_jobs', 'w:' || lane_id) from u group by lane_id
        union all
        select pg_notify('atelier_jobs', 'k:' || key)
        from u cross join lateral unnest(array[key_id, owner_key_id]) key where state = 4 and key is not null group by key
        """;

    // A job that comes due for the first time takes its owner's next turn now; one that failed keeps the turn it had.
    private const string Due = """
        with c as materialized (
            select id from jobs.job where state = 0 and run_at <= clock_timestamp()
            order by run_at, id limit 500 for update skip locked),
        n as (
            select j.id, j.attempt, coalesce(j.owner_key_id, j.key_id) as held_by,
                   row_number() over (partition by j.owner_id, j.lane_id, j.priority, j.attempt > 0 order by j.run_at, j.id) - 1
                       as behind
            from jobs.job j join c on c.id = j.id),
        u as (
            update jobs.job j set
                state = case when n.held_by is null then 1 else 6 end, held_by = n.held_by,
                vt = case when n.attempt = 0 then jobs.turn(j.owner_id, j.lane_id, j.priority) + n.behind
                          else greatest(j.vt, (select l.floor[j.priority + 1] from jobs.lane l where l.id = j.lane_id)) end
            from n where j.id = n.id
            returning j.lane_id, j.held_by)
        select distinct lane_id, held_by from u
        """;

    /// <summary>Takes the turn to sweep for one transaction.</summary>
    public const string Turn = $"select pg_try_advisory_xact_lock($1, 0), {Bounds.Transaction}";

    /// <summary>
    /// Only the foremost of every priority: the others are behind them in any case, and the queue may be long. And only
    /// those that waited long are locked: a claim steps over what is, and would take later ones first.
    /// </summary>
    public const string Age = """
        with h as materialized (
            select h.id, h.behind from jobs.lane l cross join generate_series(1, 9) p cross join lateral (
                select j.id, j.run_at, j.lifts, row_number() over (partition by j.owner_id order by j.vt, j.id) - 1 as behind
                from (
                    select id, run_at, lifts, owner_id, vt from jobs.job
                    where state = 1 and lane_id = l.id and priority = p
                    order by vt, id limit 50) j) h
            where h.run_at < clock_timestamp() - (h.lifts + 1) * $1),
        c as materialized (
            select j.id, h.behind from h join jobs.job j on j.id = h.id
            where j.state = 1 order by j.id for update of j skip locked)
        update jobs.job j set priority = j.priority - 1, lifts = j.lifts + 1,
            vt = jobs.turn(j.owner_id, j.lane_id, (j.priority - 1)::smallint) + c.behind
        from c where j.id = c.id
        """;

    // Every line once, key by key: an index holds nothing but them.
    private const string Lines = """
        with recursive line as (
            (select held_by from jobs.job where state = 6 and deps = 0 and held_by > $1 order by held_by limit 1)
            union all
            select (select j.held_by from jobs.job j
                    where j.state = 6 and j.deps = 0 and j.held_by > line.held_by order by j.held_by limit 1)
            from line where line.held_by is not null)
        select held_by from line where held_by is not null limit 500
        """;

    private const string Outlook = """
        select extract(epoch from least(
                   (select min(run_at) from jobs.job where state = 0),
                   (select min(lease_until) from jobs.node where stopped_at is null and lease_until > clock_timestamp()))
                   - clock_timestamp())::float8,
               exists (select from pg_stat_activity
                       where backend_xmin is not null and xact_start < clock_timestamp() - interval '5 s')
        """;

    // A node is dead when its lease ran out, or at once when it missed beats and its listener's session is gone as well.
    // After a restart of the database everybody first gets the time to come back.
    private const string Dead = """
        select n.id from jobs.node n
        where n.stopped_at is null and coalesce(n.lost_at > clock_timestamp() - interval '1 hour', true) and (
           n.lease_until < clock_timestamp()
           or greatest(n.beat_at, pg_postmaster_start_time()) < clock_timestamp() - $1
              and not exists (
                  select from pg_locks l
                  where l.locktype = 'advisory' and l.classid = $2::int::oid and l.objid = n.id::oid and l.objsubid = 2
                    and l.database = (select oid from pg_database where datname = current_database())))
        """;

    // The rows that a frozen process has locked in the middle of a step are what the next run of that step will want.
    private const string EndSteps = $"""
        select count(pg_terminate_backend(a.pid)) from ({Dead}) dead
        join pg_stat_activity a on a.application_name = '{StepStore.StepsOf}' || dead.id and a.datname = current_database()
        """;

    private const string Rescue = $"""
        with dead as ({Dead}),
        c as materialized (
            select j.id from dead join jobs.job j on j.node_id = dead.id and j.state = 2
            union all
            select j.id from jobs.job j
            where $4 and j.state = 2 and not exists (
                select from jobs.node n where n.id = j.node_id and n.stopped_at is null and n.lost_at is null)),
        n as (
            select j.id, j.node_id, j.attempt, j.fence, j.began_seq, j.started_at, crashed.times,
                   json_build_object('code', 'job.crashed', 'message', 'The process running this job stopped unexpectedly '
                       || crashed.times || ' times without finishing a step.') as error,
                   case when j.cancel_at is not null then 4 when crashed.times >= $3 then 5 else 1 end::smallint as state
            from (select * from jobs.job where id in (select id from c) and state = 2
                  order by id limit 500 for update skip locked) j
            -- A step that finished in the run that died is progress: the count starts over.
            cross join lateral (
                select case when exists (select from jobs.job_step s where s.job_id = j.id and s.fence = j.fence)
                            then 1 else j.crashes + 1 end::smallint as times) crashed),
        u as (
            update jobs.job j set state = n.state, crashes = n.times, attempt = n.attempt - 1, fence = j.fence + 1,
                node_id = null, deadline = null, event_seq = j.event_seq + 1,
                finished_at = case when n.state = 1 then null else clock_timestamp() end
            from n where j.id = n.id
            returning j.id, j.lane_id, j.state, j.event_seq, j.key_id, j.owner_key_id),
        d as (
            update jobs.job_data d set error = n.error from n where d.job_id = n.id and n.state = 5),
        e as (
            insert into jobs.job_event (job_id, seq, type, attempt, fence, node_id, began_seq, started_at, outcome, data)
            select u.id, u.event_seq, case u.state when 1 then 7 when 4 then 11 else 10 end,
                   n.attempt, n.fence, n.node_id, nullif(n.began_seq, 0), n.started_at, 5,
                   case u.state when 5 then json_build_object('error', n.error) end
            from u join n on n.id = u.id)
        select id, lane_id, state, event_seq, key_id, owner_key_id from u
        """;

    // One node at a time does what is done for all; it says so, and says which others are gone. In a commit of its own: a beat
    // must not wait for a sweep. "offset 0" keeps the planner from gathering all running jobs before it looks at any node.
    public const string Tell = """
        update jobs.node n set
            swept_at = case when n.id = $1 then clock_timestamp() else n.swept_at end,
            lost_at = case when n.id <> $1 then clock_timestamp() end
        where n.id = $1
           or n.stopped_at is null and n.lost_at is null and n.lease_until < clock_timestamp()
              and not exists (select from jobs.job j where j.state = 2 and j.node_id = n.id offset 0)
        """;

    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(30);

    private readonly Bell _bell = new(parts.Time);
    private ulong _looks = (ulong)node << 20;
    private long _pruned;
    private long _addedUp;
    private long _searched;
    private int _line;

    public bool SeesOldSnapshot { get; private set; }

    private TimeSpan Silence => parts.Options.Lease * 0.3;

    public void Soon() => _bell.Ring();

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _bell.WaitAsync(await SweepAsync(stop), stop);
                continue;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (Outage.Is(problem))
            {
                parts.Silence.Suspect(problem);
                parts.Log.LogDebug(problem, "The database is away; the sweep waits.");
            }
            catch (Exception problem)
            {
                parts.Log.LogError(problem, "A sweep failed; the next one tries again.");
            }
            await Task.Delay(parts.Options.Sweep, parts.Time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <returns>How long the next sweep can wait.</returns>
    public async Task<TimeSpan> SweepAsync(CancellationToken cancel)
    {
        await using var connection = await parts.Database.OpenConnectionAsync(cancel);
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            await using var turn = new NpgsqlCommand(Turn, connection, transaction)
            {
                CommandTimeout = Bounds.Seconds,
                Parameters = { new() { Value = Listener.LockClass } },
            };
            if (await turn.ExecuteScalarAsync(cancel) is true)
            {
                await EndStepsAsync(connection, transaction, cancel);
                await RescueAsync(connection, transaction, cancel);
                await WakeDueAsync(connection, transaction, cancel);
                await AgeAsync(connection, transaction, cancel);
                await transaction.CommitAsync(cancel);
                await TellAsync(connection, cancel);
                await LookAtLinesAsync(connection, cancel);
                await AddUpAsync(connection, cancel);
                await PruneAsync(connection, cancel);
            }
        }
        await using var outlook = new NpgsqlCommand(Outlook, connection) { CommandTimeout = Bounds.Seconds };
        await using var row = await outlook.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        SeesOldSnapshot = row.GetBoolean(1);
        var longest = Backoff.Spread(parts.Options.Sweep, _looks++);
        if (row.Optional<double>(0) is not { } seconds || seconds > longest.TotalSeconds)
            return longest;
        // A due job that is still there was locked by somebody: not a reason to spin.
        return TimeSpan.FromSeconds(Math.Max(seconds, 0.02));
    }

    private async Task EndStepsAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(EndSteps, connection, transaction)
        {
            CommandTimeout = Bounds.Seconds,
            Parameters =
            {
                new() { Value = Silence },
                new() { Value = Listener.LockClass },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task RescueAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        // Jobs of a node that is not even known are looked for less often: that walks over all running ones.
        var search = _searched == 0 || parts.Time.GetElapsedTime(_searched) > Unknown;
        if (search)
            _searched = parts.Time.GetTimestamp();
        await using var command = new NpgsqlCommand(Rescue, connection, transaction)
        {
            CommandTimeout = Bounds.Seconds,
            Parameters =
            {
                new() { Value = Silence },
                new() { Value = Listener.LockClass },
                new() { Value = (short)parts.Options.MaxCrashes },
                new() { Value = search },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            parts.Log.LogWarning("Job {Job} was taken from a dead node.", row.GetInt64(0));
            if (row.GetInt16(2) == StoredState.Ready)
                parts.Notices.Work(row.GetInt16(1));
            else
                promoter.Look(new[] { row.Optional<int>(4), row.Optional<int>(5) }.OfType<int>());
            parts.Notices.Event(row.GetInt64(0), row.GetInt32(3));
        }
    }

    private async Task WakeDueAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Due, connection, transaction) { CommandTimeout = Bounds.Seconds };
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            if (row.Optional<int>(1) is { } line)
                promoter.Look([line]);
            else
                parts.Notices.Work(row.GetInt16(0));
    }

    private async Task AgeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Age, connection, transaction) { CommandTimeout = Bounds.Seconds };
        command.Parameters.Add(new() { Value = parts.Options.Aging });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task TellAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Tell, connection) { CommandTimeout = Bounds.Seconds };
        command.Parameters.Add(new() { Value = node });
        await command.ExecuteNonQueryAsync(cancel);
    }

    // The net below the wake-ups: a node may die between the end of a job and the promotion of the next.
    private async Task LookAtLinesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Lines, connection) { CommandTimeout = Bounds.Seconds };
        command.Parameters.Add(new() { Value = _line });
        var lines = new List<int>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                lines.Add(row.GetInt32(0));
        _line = lines.Count == 500 ? lines[^1] : 0;
        promoter.Look(lines);
    }

    private async Task AddUpAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (_addedUp != 0 && parts.Time.GetElapsedTime(_addedUp) < TimeSpan.FromMinutes(1))
            return;
        await Tally.WriteAsync(connection, cancel);
        _addedUp = parts.Time.GetTimestamp();
    }

    private async Task PruneAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (_pruned != 0 && parts.Time.GetElapsedTime(_pruned) < TimeSpan.FromHours(1))
            return;
        await Pruning.RunAsync(connection, parts.Options.KeepFinishedDays, cancel);
        _pruned = parts.Time.GetTimestamp();
    }
}
