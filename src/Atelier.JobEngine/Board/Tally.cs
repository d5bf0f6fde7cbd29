using Npgsql;

namespace Atelier.JobEngine.Board;

/// <summary>Adds up what has ended. The last minutes are counted when somebody asks, what lies behind them only once.</summary>
internal static class Tally
{
    /// <summary>The ends from $1 to before $2. Only a first claim tells how long a job waited for it.</summary>
    public const string Ends = """
        a as materialized (
            select date_bin('5 minutes', e.at, '2000-01-01Z') as at, j.kind_id, e.outcome,
                   case when e.fence = 1 then floor(4 * ln(1 + 1000 * greatest(0, extract(epoch from e.started_at
                       - greatest(j.created_at, case when j.run_at <= e.started_at then j.run_at end)))::float8) / ln(2::float8))::int
                   end as wait,
                   case when e.outcome < 3 then floor(4 * ln(1 + 1000 * greatest(0,
                       extract(epoch from e.at - e.started_at))::float8) / ln(2::float8))::int
                   end as run
            from jobs.job_event e join jobs.job j on j.id = e.job_id
            where e.outcome is not null and e.at >= $1 and e.at < $2),
        w as (
            select at, kind_id, jsonb_object_agg(wait, n) as waits
            from (select at, kind_id, wait, count(*) as n from a where wait is not null group by at, kind_id, wait) x
            group by at, kind_id),
        r as (
            select at, kind_id, jsonb_object_agg(run, n) as runs
            from (select at, kind_id, run, count(*) as n from a where run is not null group by at, kind_id, run) x
            group by at, kind_id),
        ends as (
            select at, kind_id, count(*) filter (where outcome = 0)::int as succeeded,
                   count(*) filter (where outcome = 1)::int as retried, count(*) filter (where outcome = 2)::int as failed,
                   count(*) filter (where outcome = 3)::int as cancelled,
                   count(*) filter (where outcome = 4)::int as handed_back, count(*) filter (where outcome = 5)::int as crashed
            from a group by at, kind_id)
        """;

    private const string Write = $"""
        with {Ends}
        insert into jobs.tally (at, kind_id, succeeded, retried, failed, cancelled, handed_back, crashed, waits, runs)
        select ends.*, w.waits, r.runs from ends left join w using (at, kind_id) left join r using (at, kind_id)
        """;

    // What ended a moment ago may not be committed yet. After a long rest, an hour at a time.
    private const string Span = """
        select until, least(until + interval '1 hour',
                            date_bin('5 minutes', clock_timestamp() - interval '30 s', '2000-01-01Z'))
        from jobs.tallied for update skip locked
        """;

    /// <summary>Adds up what lies behind, unless another node is at it.</summary>
    /// <returns>False when there is nothing left to add up.</returns>
    public static async Task<bool> WriteAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await SpanAsync(transaction, cancel) is not var (from, until))
            return false;
        await using var write = new NpgsqlCommand(Write, connection, transaction);
        write.Parameters.Add(new() { Value = from });
        write.Parameters.Add(new() { Value = until });
        await write.ExecuteNonQueryAsync(cancel);
        await using var move = new NpgsqlCommand("update jobs.tallied set until = $1", connection, transaction);
        move.Parameters.Add(new() { Value = until });
        await move.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<(DateTime From, DateTime Until)?> SpanAsync(
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var span = new NpgsqlCommand(Span, transaction.Connection, transaction);
        await using var row = await span.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var (from, until) = (row.GetDateTime(0), row.GetDateTime(1));
        return until > from ? (from, until) : null;
    }
}
