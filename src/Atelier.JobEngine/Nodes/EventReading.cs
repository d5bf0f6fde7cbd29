using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>Rows of jobs.job_event as <see cref="JobEvent"/>.</summary>
internal static class EventReading
{
    public const string Columns = """
        select e.id, e.job_id, j.public_id, j.owner_id, j.project_id, k.name, e.seq, e.type, e.at, e.data::text,
               b.public_id
        from jobs.job_event e
        join jobs.job j on j.id = e.job_id
        join jobs.kind k on k.id = j.kind_id
        left join jobs.batch b on b.id = j.batch_id
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
