using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>Events as <see cref="JobEvent"/>.</summary>
internal static class EventReading
{
    private const string Columns = """
        select e.id, j.id, j.public_id, j.owner_id, j.project_id, k.name, e.seq, e.type, e.at, e.data::text, b.public_id
        """;

    private const string Named = """
        join jobs.kind k on k.id = j.kind_id
        left join jobs.batch b on b.id = j.batch_id
        """;

    /// <summary>Only what jobs.job_event holds as rows: the ends are all there, by the order of their ids.</summary>
    public const string Rows = $"""
        {Columns} from jobs.job_event e join jobs.job j on j.id = e.job_id {Named}
        """;

    /// <summary>All events of some jobs, row by row and each by key whatever the planner believes of the numbers.</summary>
    /// <param name="jobs">Selects each job's id in the engine and the seq from which on.</param>
    public static string From(string jobs) =>
        $"""
            {Columns} from ({jobs}) w (job_id, seq)
            cross join lateral (select * from jobs.events_of(w.job_id, w.seq::int) offset 0) e
            join jobs.job j on j.id = w.job_id {Named}
            """;

    public static async Task<List<JobEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var events = new List<JobEvent>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            events.Add(Event(row));
        return events;
    }

    public static JobEvent Event(NpgsqlDataReader row) =>
        new(
            row.GetGuid(2),
            row.GetGuid(3),
            row.Optional<Guid>(4),
            row.GetString(5),
            row.GetInt32(6),
            EventType.Name(row.GetInt16(7)),
            row.GetFieldValue<DateTimeOffset>(8),
            JobClient.Json(row.Text(9)),
            row.Optional<Guid>(10)
        );
}
