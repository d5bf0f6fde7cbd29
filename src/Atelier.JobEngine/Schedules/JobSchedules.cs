using Atelier.JobEngine.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Schedules;

/// <summary>Keeps schedules. All times are the database's, whatever the nodes' own clocks say.</summary>
public sealed class JobSchedules
{
    internal const string Columns = """
        select s.id, s.owner_id, s.name, s.kind, s.request::text, s.cron, s.time_zone, s.at, s.missed, s.overlap, s.paused,
               s.next_due, s.created_at, s.updated_at, clock_timestamp()
        from jobs.schedule s
        """;

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;

    internal JobSchedules(NpgsqlDataSource database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What time it is for every schedule.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand("select clock_timestamp()");
        return new((DateTime)(await command.ExecuteScalarAsync(cancel))!);
    }

    /// <returns>The new schedule; null when its owner has as many as allowed.</returns>
    public async Task<Schedule?> CreateAsync(
        Guid ownerId,
        SchedulePlan plan,
        int most,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        const string sql = """
            insert into jobs.schedule (id, owner_id, name, kind, request, cron, time_zone, at, missed, overlap, paused, next_due)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
            where (select count(*) from jobs.schedule where owner_id = $2) < $13
            """;
        var id = Guid.CreateVersion7(_time.GetUtcNow());
        await using var command = Command(sql, id);
        command.Parameters.Add(new() { Value = ownerId });
        Add(command, plan, await DueAsync(plan, cancel));
        command.Parameters.Add(new() { Value = most });
        return await command.ExecuteNonQueryAsync(cancel) == 1 ? await GetAsync(id, cancel) : null;
    }

    /// <summary>Puts another plan in place; what is due next follows from it anew.</summary>
    /// <returns>Null when there is no such schedule.</returns>
    public async Task<Schedule?> ChangeAsync(Guid id, SchedulePlan plan, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        const string sql = """
            update jobs.schedule set name = $2, kind = $3, request = $4, cron = $5, time_zone = $6, at = $7, missed = $8,
                overlap = $9, paused = $10, next_due = $11, updated_at = clock_timestamp()
            where id = $1
            """;
        await using var command = Command(sql, id);
        Add(command, plan, await DueAsync(plan, cancel));
        return await command.ExecuteNonQueryAsync(cancel) == 1 ? await GetAsync(id, cancel) : null;
    }

    public async Task<Schedule?> GetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = Command(Columns + " where s.id = $1", id);
        return (await ReadAsync(command, cancel)).SingleOrDefault();
    }

    /// <returns>Whose the schedule is, or null when there is none.</returns>
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = Command("select owner_id from jobs.schedule where id = $1", id);
        return await command.ExecuteScalarAsync(cancel) as Guid?;
    }

    /// <summary>One person's, newest first. The next page starts before the last id of this one.</summary>
    public async Task<IReadOnlyList<Schedule>> ListAsync(
        Guid ownerId,
        Guid? before,
        int limit,
        CancellationToken cancel = default
    )
    {
        await using var command = Command(
            Columns + " where s.owner_id = $1 and ($2 is null or s.id < $2) order by s.id desc limit $3",
            ownerId
        );
        command.Parameters.Add(Sql.Nullable(before, NpgsqlDbType.Uuid));
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancel);
    }

    /// <returns>False when there was none. What it ordered stays.</returns>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = Command("delete from jobs.schedule where id = $1", id);
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>The times it was due, newest first. The next page starts before the last due time of this one.</summary>
    public async Task<IReadOnlyList<ScheduleRun>> RunsAsync(
        Guid id,
        DateTimeOffset? before,
        int limit,
        CancellationToken cancel = default
    )
    {
        const string sql = """
            select due_at, outcome, note, work_id, job_id, at from jobs.schedule_run
            where schedule_id = $1 and ($2 is null or due_at < $2) order by due_at desc limit $3
            """;
        await using var command = Command(sql, id);
        command.Parameters.Add(Sql.Nullable(before, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new() { Value = limit });
        var runs = new List<ScheduleRun>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            runs.Add(
                new(
                    row.GetFieldValue<DateTimeOffset>(0),
                    (RunOutcome)row.GetInt16(1),
                    row.Text(2),
                    row.Optional<Guid>(3),
                    row.Optional<Guid>(4),
                    row.GetFieldValue<DateTimeOffset>(5)
                )
            );
        return runs;
    }

    internal static Schedule Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            new(
                row.GetString(2),
                row.GetString(3),
                JobClient.Json(row.GetString(4))!.Value,
                row.Text(5),
                row.Text(6),
                row.Optional<DateTimeOffset>(7),
                (MissedRuns)row.GetInt16(8),
                (Overlap)row.GetInt16(9),
                row.GetBoolean(10)
            ),
            row.Optional<DateTimeOffset>(11),
            row.GetFieldValue<DateTimeOffset>(12),
            row.GetFieldValue<DateTimeOffset>(13)
        );

    // A single time that passed while the schedule was paused is still due: the policy for missed ones decides.
    private async Task<DateTimeOffset?> DueAsync(SchedulePlan plan, CancellationToken cancel) =>
        plan.Paused ? null : plan.At ?? plan.Next(await NowAsync(cancel));

    private NpgsqlCommand Command(string sql, Guid first)
    {
        var command = _database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = first });
        return command;
    }

    private static void Add(NpgsqlCommand command, SchedulePlan plan, DateTimeOffset? due)
    {
        command.Parameters.Add(new() { Value = plan.Name });
        command.Parameters.Add(new() { Value = plan.Kind });
        command.Parameters.Add(new() { Value = plan.Request.GetRawText(), NpgsqlDbType = NpgsqlDbType.Json });
        command.Parameters.Add(Sql.Nullable(plan.Cron, NpgsqlDbType.Text));
        command.Parameters.Add(Sql.Nullable(plan.TimeZone, NpgsqlDbType.Text));
        command.Parameters.Add(Sql.Nullable(plan.At?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new() { Value = (short)plan.Missed });
        command.Parameters.Add(new() { Value = (short)plan.Overlap });
        command.Parameters.Add(new() { Value = plan.Paused });
        command.Parameters.Add(Sql.Nullable(due?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
    }

    private static async Task<List<Schedule>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var schedules = new List<Schedule>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            schedules.Add(Read(row));
        return schedules;
    }
}
