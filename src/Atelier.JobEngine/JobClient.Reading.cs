using System.Globalization;
using System.Text.Json;
using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine;

public sealed partial class JobClient
{
    internal const string SummaryColumns = """
        select j.public_id, k.name, l.name, j.state, j.owner_id, j.project_id, d.subject, j.priority + j.lifts, j.attempt,
               j.max_attempts, j.progress, j.progress_note, j.created_at, j.run_at, j.started_at, j.finished_at,
               j.cancel_at, d.error ->> 'code', d.error ->> 'message', j.event_seq
        """;

    /// <summary>How many columns these are.</summary>
    internal const int SummaryWidth = 20;

    private const string SummaryFrom = """

        from jobs.job j
        join jobs.job_data d on d.job_id = j.id
        join jobs.kind k on k.id = j.kind_id
        join jobs.lane l on l.id = j.lane_id
        """;

    /// <summary>One job with its steps, attempts and result, or null.</summary>
    public async Task<JobDetail?> GetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var connection = await _database.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(
                    SummaryColumns
                        + ", d.result::text, (select n.name from jobs.node n where n.id = j.node_id)"
                        + SummaryFrom
                        + " where d.public_id = $1"
                ),
                new(
                    "select s.name, s.ms, s.finished_at from jobs.job_step s join jobs.job_data d on d.job_id = s.job_id "
                        + "where d.public_id = $1 order by s.seq"
                ),
                new(
                    // Of a result nothing is read: it may hold what PostgreSQL can store in JSON and not as text.
                    "select e.attempt, e.outcome, e.started_at, e.at, x.error ->> 'code', x.error ->> 'message', n.name "
                        + "from jobs.job_event e join jobs.job_data d on d.job_id = e.job_id "
                        + "cross join lateral (select case when e.type in (5, 10) then e.data -> 'error' end) x (error) "
                        + "left join jobs.node n on n.id = e.node_id "
                        + "where d.public_id = $1 and e.outcome is not null order by e.fence"
                ),
            },
        };
        foreach (var command in batch.BatchCommands)
            command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var row = await batch.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var (summary, result, node) = (Summary(row), Json(row.Text(SummaryWidth)), row.Text(SummaryWidth + 1));
        await row.NextResultAsync(cancel);
        var steps = new List<JobStep>();
        while (await row.ReadAsync(cancel))
            steps.Add(new JobStep(row.GetString(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2)));
        await row.NextResultAsync(cancel);
        var attempts = new List<JobAttempt>();
        while (await row.ReadAsync(cancel))
            attempts.Add(
                new JobAttempt(
                    row.GetInt16(0),
                    OutcomeName((Ending)row.GetInt16(1)),
                    row.GetFieldValue<DateTimeOffset>(2),
                    row.GetFieldValue<DateTimeOffset>(3),
                    Error(row, 4),
                    row.Text(6)
                )
            );
        return new JobDetail(summary, result, steps, attempts, node);
    }

    /// <returns>Whose the job is, or null when there is none.</returns>
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel = default) =>
        await ScalarAsync("select owner_id from jobs.job_data where public_id = $1", id, cancel) as Guid?;

    /// <summary>Newest first. The next page starts before the last id of this one.</summary>
    public async Task<IReadOnlyList<JobSummary>> ListAsync(JobFilter filter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var command = _database.CreateCommand();
        var conditions = new List<string>();
        Where(filter.OwnerId, "d.owner_id = ");
        Where(filter.ProjectId, "d.project_id = ");
        Where(filter.Before, "d.public_id < ");
        Where(filter.Kind, "k.name = ");
        if (filter.State is { } state)
            Where(StoredState.Stored(state), "j.state = any", "({0})");
        command.Parameters.Add(new() { Value = Math.Clamp(filter.Limit, 1, 100) });
        command.CommandText =
            SummaryColumns
            + SummaryFrom
            + (conditions.Count > 0 ? " where " + string.Join(" and ", conditions) : "")
            + $" order by d.public_id desc limit ${command.Parameters.Count}";
        var jobs = new List<JobSummary>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            jobs.Add(Summary(row));
        return jobs;

        void Where(object? value, string condition, string place = "{0}")
        {
            if (value is null)
                return;
            command.Parameters.Add(new() { Value = value });
            conditions.Add(
                condition + string.Format(CultureInfo.InvariantCulture, place, "$" + command.Parameters.Count)
            );
        }
    }

    /// <summary>Counts of one owner's jobs, or of all when <paramref name="ownerId"/> is null.</summary>
    public async Task<JobStats> StatsAsync(Guid? ownerId = null, CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand(
            "select state, count(*)::int, extract(epoch from clock_timestamp() - min(run_at) filter (where state = 1))::float8 "
                + $"from jobs.job {(ownerId is null ? "" : "where id in (select job_id from jobs.job_data where owner_id = $1) ")}group by state"
        );
        if (ownerId is { } owner)
            command.Parameters.Add(new() { Value = owner });
        var counts = new int[5];
        double? oldest = null;
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            counts[(int)StoredState.Outward(row.GetInt16(0))] += row.GetInt32(1);
            oldest ??= row.Optional<double>(2);
        }
        return new JobStats(counts[0], counts[1], counts[2], counts[3], counts[4], oldest);
    }

    /// <summary>A job's events after a sequence number, oldest first; empty when there is no such job.</summary>
    public async Task<IReadOnlyList<JobEvent>> EventsAsync(
        Guid id,
        int after = 0,
        int limit = 500,
        CancellationToken cancel = default
    )
    {
        await using var command = _database.CreateCommand(
            EventReading.From("select job_id, $2 + 1 from jobs.job_data where public_id = $1")
                + " order by e.seq limit $3"
        );
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        return await EventReading.ReadAsync(command, cancel);
    }

    /// <summary>The newest events of a job, oldest of them first; empty when there is no such job.</summary>
    public async Task<IReadOnlyList<JobEvent>> NewestEventsAsync(Guid id, int limit, CancellationToken cancel = default)
    {
        await using var command = _database.CreateCommand(
            EventReading.From(
                "select id, event_seq - $2 + 1 from jobs.job where id = (select job_id from jobs.job_data where public_id = $1)"
            ) + " order by e.seq"
        );
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = limit });
        return await EventReading.ReadAsync(command, cancel);
    }

    internal static JobSummary Summary(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            StoredState.Outward(row.GetInt16(3)),
            row.GetGuid(4),
            row.Optional<Guid>(5),
            row.Text(6),
            row.GetInt16(7),
            row.GetInt16(8),
            row.GetInt16(9),
            row.Optional<float>(10) is { } progress ? Math.Round(progress, 4) : null,
            row.Text(11),
            row.GetFieldValue<DateTimeOffset>(12),
            row.GetFieldValue<DateTimeOffset>(13),
            row.Optional<DateTimeOffset>(14),
            row.Optional<DateTimeOffset>(15),
            row.Optional<DateTimeOffset>(16),
            Error(row, 17),
            row.GetInt32(19)
        );

    private static JobError? Error(NpgsqlDataReader row, int column) =>
        row.Text(column) is { } code ? new JobError(code, row.Text(column + 1) ?? "") : null;

    internal static JsonElement? Json(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string OutcomeName(Ending ending) =>
        ending switch
        {
            Ending.Succeeded => "succeeded",
            Ending.Cancelled => "cancelled",
            Ending.HandedBack => "handed_back",
            Ending.Crashed => "crashed",
            _ => "failed",
        };
}
