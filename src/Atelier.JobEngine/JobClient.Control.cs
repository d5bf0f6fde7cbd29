using Atelier.JobEngine.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine;

/// <summary>What became of a wish to cancel. A running job is <see cref="Requested"/> until its handler noticed.</summary>
public enum CancelOutcome
{
    Cancelled,
    Requested,
    AlreadyFinished,
    NotFound,
}

/// <summary>
/// <see cref="Blocked"/>: an unfinished job with the same unique key exists. <see cref="NoSuchStep"/>: it has not finished
/// the step it was to go back to.
/// </summary>
public enum RetryOutcome
{
    Queued,
    NotRetryable,
    Blocked,
    NoSuchStep,
    NotFound,
}

public enum DeleteOutcome
{
    Deleted,
    NotFinished,
    NotFound,
}

public sealed partial class JobClient
{
    // Which jobs is for the caller to say: one by its id, or all of an owner's.
    private const string CancelWhere = """
        with u as (
            update jobs.job set
                state = case when state = 2 then 2 else 4 end,
                cancel_at = clock_timestamp(),
                finished_at = case when state = 2 then null else clock_timestamp() end,
                event_seq = event_seq + 1
            where state in (0, 1, 2, 6) and cancel_at is null and id in (select job_id from jobs.job_data where 
        """;

    private const string CancelAndTell = """
             = $1)
            returning id, state, event_seq, key_id, owner_key_id),
        e as (insert into jobs.job_event (job_id, seq, type) select id, event_seq, case state when 2 then 8 else 11 end from u)
        select state, pg_notify('atelier_jobs', case state when 2 then 'c:' else 'e:' end || id || ':' || event_seq)::text,
               case when state = 4 and coalesce(key_id, owner_key_id) is not null
                   then pg_notify('atelier_jobs', concat_ws(',', 'k:' || coalesce(key_id, owner_key_id), owner_key_id)) end::text
        from u
        """;

    private const string CancelSql = CancelWhere + "public_id" + CancelAndTell;

    // A new budget and a new fence, the same steps: what was finished stays finished, except from the named step on.
    private const string RetrySql = """
        with u as (
            update jobs.job set state = case when coalesce(owner_key_id, key_id) is null then 1 else 6 end,
                held_by = coalesce(owner_key_id, key_id), priority = priority + lifts, lifts = 0,
                vt = jobs.turn(owner_id, lane_id, (priority + lifts)::smallint),
                attempt = 0, crashes = 0, fence = fence + 1, node_id = null,
                run_at = clock_timestamp(), cancel_at = null, finished_at = null, started_at = null,
                progress = null, progress_note = null, event_seq = event_seq + 1
            where id = (select job_id from jobs.job_data where public_id = $1) and state in (4, 5)
              and ($2::text is null or exists (select from jobs.job_step s where s.job_id = job.id and s.name = $2))
            returning id, lane_id, event_seq, held_by),
        s as (
            delete from jobs.job_step s using u, jobs.job_step first
            where $2::text is not null and first.job_id = u.id and first.name = $2
              and s.job_id = u.id and s.seq >= first.seq),
        d as (update jobs.job_data d set error = null from u where d.job_id = u.id),
        e as (insert into jobs.job_event (job_id, seq, type) select id, event_seq, 1 from u)
        select pg_notify('atelier_jobs', coalesce('k:' || held_by, 'w:' || lane_id))::text,
               pg_notify('atelier_jobs', 'e:' || id || ':' || event_seq)::text
        from u
        """;

    private const string DeleteSql = """
        with gone as (delete from jobs.job where id = (select job_id from jobs.job_data where public_id = $1) and state in (3, 4, 5) returning id),
        e as (delete from jobs.job_event where job_id in (select id from gone)),
        s as (delete from jobs.job_step where job_id in (select id from gone)),
        d as (delete from jobs.job_data where job_id in (select id from gone))
        select id from gone
        """;

    /// <summary>A waiting job is cancelled at once; a running one is told, wherever it runs, within a second.</summary>
    public async Task<CancelOutcome> CancelAsync(Guid id, CancellationToken cancel = default)
    {
        if (await ScalarAsync(CancelSql, id, cancel) is short state)
            return state == StoredState.Running ? CancelOutcome.Requested : CancelOutcome.Cancelled;
        return await StateAsync(id, cancel) switch
        {
            null => CancelOutcome.NotFound,
            JobState.Queued or JobState.Running => CancelOutcome.Requested,
            _ => CancelOutcome.AlreadyFinished,
        };
    }

    /// <summary>Queues a failed or cancelled job again with a full set of attempts; its finished steps are kept.</summary>
    public Task<RetryOutcome> RetryAsync(Guid id, CancellationToken cancel = default) =>
        RetryAsync(id, fromStep: null, cancel);

    /// <param name="fromStep">This step and those that finished after it are run again.</param>
    public async Task<RetryOutcome> RetryAsync(Guid id, string? fromStep, CancellationToken cancel = default)
    {
        await using var retry = _database.CreateCommand(RetrySql);
        retry.Parameters.Add(new() { Value = id });
        retry.Parameters.Add(Sql.Nullable(fromStep, NpgsqlDbType.Text));
        try
        {
            if (await retry.ExecuteScalarAsync(cancel) is not null)
                return RetryOutcome.Queued;
        }
        catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return RetryOutcome.Blocked;
        }
        return await StateAsync(id, cancel) switch
        {
            null => RetryOutcome.NotFound,
            JobState.Failed or JobState.Cancelled when fromStep is not null => RetryOutcome.NoSuchStep,
            _ => RetryOutcome.NotRetryable,
        };
    }

    /// <summary>Removes a finished job with its steps, attempts and events.</summary>
    public async Task<DeleteOutcome> DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        if (await ScalarAsync(DeleteSql, id, cancel) is not null)
            return DeleteOutcome.Deleted;
        return await StateAsync(id, cancel) is null ? DeleteOutcome.NotFound : DeleteOutcome.NotFinished;
    }

    private async Task<JobState?> StateAsync(Guid id, CancellationToken cancel) =>
        await ScalarAsync(
            "select state from jobs.job where id = (select job_id from jobs.job_data where public_id = $1)",
            id,
            cancel
        )
            is short state
            ? StoredState.Outward(state)
            : null;

    private async Task<object?> ScalarAsync(string sql, Guid id, CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancel);
    }
}
