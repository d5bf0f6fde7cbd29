using Atelier.JobEngine.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Batches;

/// <summary>Jobs gathered into batches. What a batch shows is read from its jobs, or from what they left behind.</summary>
public sealed class JobBatches
{
    private const string Items = """

        from jobs.batch_item i
        left join jobs.job_data d on d.public_id = i.job_id
        left join jobs.job j on j.id = d.job_id
        """;

    private const string Summaries = """
        select b.public_id, b.owner_id, b.kind, b.name, b.max_parallel, b.created_at,
               c.total, c.queued, c.running, c.succeeded, c.failed, c.cancelled, c.done, c.seconds, c.started_at,
               c.finished_at
        from jobs.batch b
        cross join lateral (
            select count(*)::int as total,
                   count(*) filter (where state in (0, 1, 6))::int as queued,
                   count(*) filter (where state = 2)::int as running,
                   count(*) filter (where state = 3)::int as succeeded,
                   count(*) filter (where state = 5)::int as failed,
                   count(*) filter (where state = 4)::int as cancelled,
                   coalesce(sum(case when state in (3, 4, 5) then 1 else progress end), 0)::float8 as done,
                   -- Finished items tell it best; before there are any, how far the running ones have come.
                   coalesce(
                       avg(extract(epoch from finished_at - started_at)) filter (where state = 3),
                       avg(extract(epoch from clock_timestamp() - started_at) / progress)
                           filter (where state = 2 and progress > 0.05))::float8 as seconds,
                   min(started_at) as started_at,
                   case when bool_and(state in (3, 4, 5)) then max(finished_at) end as finished_at
            from (
                select coalesce(j.state, i.state, 4::smallint) as state, coalesce(j.progress, 0) as progress,
                       coalesce(j.started_at, i.started_at) as started_at,
                       coalesce(j.finished_at, i.finished_at) as finished_at
                from jobs.batch_item i
                left join jobs.job_data d on d.public_id = i.job_id
                left join jobs.job j on j.id = d.job_id
                where i.batch_id = b.id) item) c
        """;

    private const string LimitName = "batch:";

    /// <summary>A limit is needed as long as one of its jobs may be queued again.</summary>
    internal const string UnusedLimits = $"""
        delete from jobs.job_key k
        where k.name like '{LimitKeys.Callers}{LimitName}%'
          and not exists (select from jobs.job j where j.held_by = k.id and j.state = 6 and j.deps = 0)
          and not exists (
              select from jobs.batch b
              join jobs.batch_item i on i.batch_id = b.id
              join jobs.job_data d on d.public_id = i.job_id
              where b.public_id = split_part(k.name, ':', 3)::uuid)
        """;

    private readonly NpgsqlDataSource _database;
    private readonly JobClient _jobs;

    internal JobBatches(NpgsqlDataSource database, JobClient jobs) => (_database, _jobs) = (database, jobs);

    /// <summary>What a batch's jobs are enqueued with, so that no more than so many of them run at a time.</summary>
    public static JobLimit? LimitOf(Guid id, int? maxParallel) =>
        maxParallel is { } most ? new JobLimit($"{LimitName}{id}", most) : null;

    /// <summary>Gathers jobs that were enqueued in the same transaction.</summary>
    /// <param name="id">A new UUIDv7.</param>
    /// <param name="maxParallel">Shown only: the jobs were enqueued with <see cref="LimitOf"/>.</param>
    public static async Task CreateAsync(
        NpgsqlTransaction transaction,
        Guid id,
        Guid ownerId,
        string kind,
        string? name,
        int? maxParallel,
        IReadOnlyList<BatchEntry> entries,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(entries);
        const string sql = """
            with b as (
                insert into jobs.batch (public_id, owner_id, kind, name, max_parallel)
                values ($1, $2, $3, $4, $5) returning id),
            e as (
                insert into jobs.batch_item (batch_id, number, work_id, job_id, title)
                select b.id, e.number, e.work_id, e.job_id, e.title
                from b, unnest($6::uuid[], $7::uuid[], $8::text[]) with ordinality as e (work_id, job_id, title, number))
            update jobs.job j set batch_id = b.id from b
            where j.id = any (array (select d.job_id from jobs.job_data d where d.public_id = any ($7)))
            """;
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = ownerId },
                new() { Value = kind },
                Sql.Nullable(name, NpgsqlDbType.Text),
                Sql.Nullable(maxParallel, NpgsqlDbType.Integer),
                Sql.Array(entries.Select(entry => entry.WorkId), NpgsqlDbType.Uuid),
                Sql.Array(entries.Select(entry => entry.JobId), NpgsqlDbType.Uuid),
                Sql.Array(entries.Select(entry => entry.Title), NpgsqlDbType.Text),
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <returns>Whose the batch is, or null when there is none.</returns>
    public async Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = Command("select owner_id from jobs.batch where public_id = $1", id);
        return await command.ExecuteScalarAsync(cancel) as Guid?;
    }

    public async Task<BatchSummary?> GetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = Command(Summaries + " where b.public_id = $1", id);
        return (await SummariesAsync(command, cancel)).SingleOrDefault();
    }

    /// <summary>One person's, newest first. The next page starts before the last id of this one.</summary>
    public async Task<IReadOnlyList<BatchSummary>> ListAsync(
        Guid ownerId,
        Guid? before,
        int limit,
        CancellationToken cancel = default
    )
    {
        const string page =
            " where b.owner_id = $1 and ($2 is null or b.public_id < $2) order by b.public_id desc limit $3";
        await using var command = Command(Summaries + page, ownerId);
        command.Parameters.Add(Sql.Nullable(before, NpgsqlDbType.Uuid));
        command.Parameters.Add(new() { Value = limit });
        return await SummariesAsync(command, cancel);
    }

    /// <summary>The items after a number, in order; all states when none is given.</summary>
    public async Task<IReadOnlyList<BatchItem>> ItemsAsync(
        Guid id,
        int after,
        int limit,
        JobState? state = null,
        CancellationToken cancel = default
    )
    {
        const string sql = """
            select i.number, i.title, i.work_id, i.job_id, coalesce(j.state, i.state, 4::smallint), j.progress,
                   j.progress_note, coalesce(d.result, i.result)::text, coalesce(d.error, i.error) ->> 'code',
                   coalesce(d.error, i.error) ->> 'message', coalesce(j.started_at, i.started_at),
                   coalesce(j.finished_at, i.finished_at)
            """;
        const string page = """

            where i.batch_id = (select id from jobs.batch where public_id = $1) and i.number > $2
              and ($4 is null or coalesce(j.state, i.state, 4::smallint) = any ($4))
            order by i.number limit $3
            """;
        await using var command = Command(sql + Items + page, id);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(
            Sql.Nullable(
                state is { } wanted ? StoredState.Stored(wanted) : null,
                NpgsqlDbType.Array | NpgsqlDbType.Smallint
            )
        );
        var items = new List<BatchItem>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            items.Add(Item(row));
        return items;
    }

    /// <summary>Cancels what has not finished. The last items first, so that none of them is begun meanwhile.</summary>
    /// <returns>How many were cancelled or told.</returns>
    public Task<int> CancelAsync(Guid id, CancellationToken cancel = default) =>
        OverJobsAsync(
            id,
            [JobState.Queued, JobState.Running],
            async job => await _jobs.CancelAsync(job, cancel) is CancelOutcome.Cancelled or CancelOutcome.Requested,
            cancel
        );

    /// <summary>Queues what failed again, or also what was cancelled. Finished steps are kept.</summary>
    /// <returns>How many were queued.</returns>
    public Task<int> RetryAsync(Guid id, bool cancelledToo, CancellationToken cancel = default) =>
        OverJobsAsync(
            id,
            cancelledToo ? [JobState.Failed, JobState.Cancelled] : [JobState.Failed],
            async job => await _jobs.RetryAsync(job, cancel) is RetryOutcome.Queued,
            cancel
        );

    /// <summary>Forgets a finished batch. Its jobs and what they made stay.</summary>
    public async Task<DeleteOutcome> DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        const string sql = """
            with gone as (
                delete from jobs.batch b where b.public_id = $1
                  and not exists (
                      select from jobs.batch_item i
                      join jobs.job_data d on d.public_id = i.job_id
                      join jobs.job j on j.id = d.job_id
                      where i.batch_id = b.id and j.state in (0, 1, 2, 6))
                returning id),
            freed as (
                update jobs.job set batch_id = null,
                    key_id = case when key_id = (select id from jobs.job_key where name = $2) then null else key_id end
                where id in (
                    select d.job_id from gone
                    join jobs.batch_item i on i.batch_id = gone.id join jobs.job_data d on d.public_id = i.job_id))
            select id from gone
            """;
        await using var command = Command(sql, id);
        command.Parameters.Add(new() { Value = $"{LimitKeys.Callers}{LimitName}{id}" });
        if (await command.ExecuteScalarAsync(cancel) is not null)
            return DeleteOutcome.Deleted;
        return await OwnerOfAsync(id, cancel) is null ? DeleteOutcome.NotFound : DeleteOutcome.NotFinished;
    }

    private async Task<int> OverJobsAsync(
        Guid id,
        JobState[] states,
        Func<Guid, Task<bool>> act,
        CancellationToken cancel
    )
    {
        const string sql = """
            select j.public_id from jobs.batch_item i
            join jobs.job_data d on d.public_id = i.job_id
            join jobs.job j on j.id = d.job_id
            where i.batch_id = (select id from jobs.batch where public_id = $1) and j.state = any ($2)
            order by i.number desc
            """;
        await using var command = Command(sql, id);
        command.Parameters.Add(Sql.Array(states.SelectMany(StoredState.Stored), NpgsqlDbType.Smallint));
        var jobs = new List<Guid>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                jobs.Add(row.GetGuid(0));
        var done = 0;
        foreach (var job in jobs)
            if (await act(job))
                done++;
        return done;
    }

    private NpgsqlCommand Command(string sql, Guid first)
    {
        var command = _database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = first });
        return command;
    }

    private static async Task<List<BatchSummary>> SummariesAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var batches = new List<BatchSummary>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            batches.Add(Summary(row));
        return batches;
    }

    private static BatchSummary Summary(NpgsqlDataReader row)
    {
        var counts = new BatchCounts(
            row.GetInt32(6),
            row.GetInt32(7),
            row.GetInt32(8),
            row.GetInt32(9),
            row.GetInt32(10),
            row.GetInt32(11)
        );
        var done = row.GetDouble(12);
        return new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.Text(3),
            row.Optional<int>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            counts,
            counts.Total == 0 ? 1 : Math.Round(Math.Min(done / counts.Total, 1), 4),
            Math.Max(counts.Total - done, 0),
            row.Optional<double>(13),
            row.Optional<DateTimeOffset>(14),
            row.Optional<DateTimeOffset>(15)
        );
    }

    private static BatchItem Item(NpgsqlDataReader row) =>
        new(
            row.GetInt32(0),
            row.GetString(1),
            row.GetGuid(2),
            row.GetGuid(3),
            StoredState.Outward(row.GetInt16(4)),
            row.Optional<float>(5) is { } progress ? Math.Round(progress, 4) : null,
            row.Text(6),
            JobClient.Json(row.Text(7)),
            row.Text(8) is { } code ? new JobError(code, row.Text(9) ?? "") : null,
            row.Optional<DateTimeOffset>(10),
            row.Optional<DateTimeOffset>(11)
        );
}
