using Atelier.JobEngine.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Schedules;

/// <summary>
/// The rows of one look, in its transaction. A schedule is locked by a statement of its own: what is read afterwards is
/// what the node that had the lock before has left.
/// </summary>
internal sealed class ScheduleRows(NpgsqlTransaction transaction)
{
    /// <summary>More than these would be made one after the other for longer than anybody waits for them.</summary>
    public const int MostWaiting = 10;

    private const string Unfinished = """
        exists (
            select from (
                select job_id from jobs.schedule_run
                where schedule_id = s.id and outcome = 1 order by due_at desc limit 20) r
            join jobs.job_data d on d.public_id = r.job_id
            join jobs.job j on j.id = d.job_id
            where j.state in (0, 1, 2, 6))
        """;

    public NpgsqlTransaction Transaction => transaction;

    /// <summary>Whether there may be something to do now, and how long until there is; null when nothing is ever due.</summary>
    public static async Task<(bool Now, TimeSpan? Next)> OutlookAsync(
        NpgsqlDataSource database,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(
            """
            select extract(epoch from (select min(next_due) from jobs.schedule where next_due is not null) - clock_timestamp())::float8,
                   exists (select from jobs.schedule_run where outcome = 0)
            """
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var seconds = row.Optional<double>(0);
        return (
            seconds <= 0 || row.GetBoolean(1),
            seconds is { } s ? TimeSpan.FromSeconds(Math.Clamp(s, 0, 3600)) : null
        );
    }

    public async Task<(Schedule Schedule, DateTimeOffset Now)?> LockDueAsync(CancellationToken cancel)
    {
        const string due = " where s.next_due <= clock_timestamp() order by s.next_due limit 1 for update skip locked";
        await using var command = Command(JobSchedules.Columns + due);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (JobSchedules.Read(row), row.GetFieldValue<DateTimeOffset>(14)) : null;
    }

    /// <summary>A schedule that has a time waiting and seems to have nothing under way.</summary>
    public async Task<Schedule?> LockWaitingAsync(CancellationToken cancel)
    {
        const string waiting = $"""
             where not s.paused and s.id in (select schedule_id from jobs.schedule_run where outcome = 0)
               and not {Unfinished}
            order by s.id limit 1 for update skip locked
            """;
        await using var command = Command(JobSchedules.Columns + waiting);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? JobSchedules.Read(row) : null;
    }

    /// <returns>The time that waits longest; null when something is under way after all.</returns>
    public async Task<DateTimeOffset?> NextWaitingAsync(Schedule schedule, CancellationToken cancel)
    {
        const string sql = $"""
            select min(w.due_at) from jobs.schedule s join jobs.schedule_run w on w.schedule_id = s.id and w.outcome = 0
            where s.id = $1 and not {Unfinished}
            """;
        await using var command = Command(sql, schedule.Id);
        return await command.ExecuteScalarAsync(cancel) is DateTime due ? new DateTimeOffset(due) : null;
    }

    public async Task<bool> IsUnfinishedAsync(Schedule schedule, CancellationToken cancel)
    {
        await using var command = Command($"select {Unfinished} from jobs.schedule s where s.id = $1", schedule.Id);
        return await command.ExecuteScalarAsync(cancel) is true || await CountWaitingAsync(schedule, cancel) > 0;
    }

    public async Task<int> CountWaitingAsync(Schedule schedule, CancellationToken cancel)
    {
        await using var command = Command(
            "select count(*)::int from jobs.schedule_run where schedule_id = $1 and outcome = 0",
            schedule.Id
        );
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task MoveOnAsync(Schedule schedule, DateTimeOffset? next, CancellationToken cancel)
    {
        const string sql = """
            with old as (
                delete from jobs.schedule_run
                where schedule_id = $1 and due_at < clock_timestamp() - interval '90 days' and outcome <> 0)
            update jobs.schedule set next_due = $2 where id = $1
            """;
        await using var command = Command(sql, schedule.Id);
        command.Parameters.Add(Sql.Nullable(next, NpgsqlDbType.TimestampTz));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <returns>False when this time has been dealt with before.</returns>
    public async Task<bool> RecordAsync(
        Schedule schedule,
        DateTimeOffset due,
        RunOutcome outcome,
        string? note,
        CancellationToken cancel
    )
    {
        const string sql = """
            insert into jobs.schedule_run (schedule_id, due_at, outcome, note) values ($1, $2, $3, $4) on conflict do nothing
            """;
        await using var command = Command(sql, schedule.Id);
        command.Parameters.Add(new() { Value = due });
        command.Parameters.Add(new() { Value = (short)outcome });
        command.Parameters.Add(Sql.Nullable(note, NpgsqlDbType.Text));
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>Writes down what came of a time that was waiting.</summary>
    public async Task SettleAsync(Schedule schedule, DateTimeOffset due, ScheduledStart start, CancellationToken cancel)
    {
        const string sql = """
            update jobs.schedule_run set outcome = $3, note = $4, work_id = $5, job_id = $6, at = clock_timestamp()
            where schedule_id = $1 and due_at = $2
            """;
        await using var command = Command(sql, schedule.Id);
        command.Parameters.Add(new() { Value = due });
        command.Parameters.Add(
            new() { Value = (short)(start.Refusal is null ? RunOutcome.Started : RunOutcome.Refused) }
        );
        command.Parameters.Add(Sql.Nullable(start.Refusal, NpgsqlDbType.Text));
        command.Parameters.Add(Sql.Nullable(start.WorkId, NpgsqlDbType.Uuid));
        command.Parameters.Add(Sql.Nullable(start.JobId, NpgsqlDbType.Uuid));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql) => new(sql, transaction.Connection, transaction);

    private NpgsqlCommand Command(string sql, Guid id)
    {
        var command = Command(sql);
        command.Parameters.Add(new() { Value = id });
        return command;
    }
}
