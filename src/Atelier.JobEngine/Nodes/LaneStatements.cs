using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine.Nodes;

/// <summary>The two statements every job passes through: claiming some jobs, and ending some.</summary>
internal static class LaneStatements
{
    private const string NextState = """
        case when j.cancel_at is not null or o.ending = 3 then 4
             when o.ending = 0 then 3
             when o.ending = 4 then 1
             when o.ending = 1 and j.attempt < j.max_attempts then 0
             else 5 end
        """;

    // By primary key and fence only: repeating "state = 2" would make the planner walk the index of running rows.
    // The arrays come in id order, as everywhere, so two multi-row writes do not wait for each other in a circle.
    public const string Finish = $"""
        with o as (
            select * from unnest($2::bigint[], $3::int[], $4::smallint[], $5::bigint[], $6::text[], $7::text[],
                                 $8::real[], $9::text[])
                as o (id, fence, ending, wait_ms, result, error, progress, note)),
        u as (
            update jobs.job j set
                state = {NextState}, node_id = null, deadline = null, event_seq = event_seq + 1,
                attempt = case {NextState} when 1 then j.attempt - 1 else j.attempt end,
                run_at = case {NextState} when 0 then clock_timestamp() + o.wait_ms * interval '1 ms' else j.run_at end,
                finished_at = case when {NextState} > 2 then clock_timestamp() end,
                progress = case {NextState} when 3 then 1 else coalesce(o.progress, j.progress) end,
                progress_note = coalesce(o.note, j.progress_note)
            from o where j.id = o.id and j.fence = o.fence and j.node_id = $1
            returning j.id, j.event_seq, j.state, j.fence, j.began_seq, j.started_at, j.key_id, j.owner_key_id,
                      case j.state when 1 then j.attempt + 1 else j.attempt end as attempt,
                      o.ending, o.wait_ms, o.result, o.error),
        d as (
            update jobs.job_data d set
                result = case when u.state = 3 then u.result::json else d.result end,
                error = case when u.state in (0, 5) then u.error::json when u.state = 3 then null else d.error end
            -- An error of before can only be there when this was not the first claim.
            from (select * from u where state in (0, 5) or state = 3 and (result is not null or fence > 1)) u
            where d.job_id = u.id and (u.state <> 3 or u.result is not null or d.error is not null)),
        e as (
            insert into jobs.job_event (job_id, seq, attempt, fence, node_id, began_seq, started_at, outcome, type, data)
            select id, event_seq, attempt, fence, $1, nullif(began_seq, 0), started_at,
                   case state when 4 then 3 when 5 then 2 else ending end,
                   case state when 0 then 5 when 1 then 6 when 3 then 9 when 4 then 11 else 10 end,
                   case state
                       when 0 then json_build_object('error', error::json, 'delayMilliseconds', wait_ms)
                       when 3 then case when result is not null then json_build_object('result', result::json) end
                       when 5 then json_build_object('error', error::json) end
            from u)
        select id, event_seq, state, key_id, owner_key_id from u
        """;

    // A kind that only newer nodes know is left to them. Written by an array of ids and not by a join: of "limit $3" the
    // planner assumes a tenth of the table, and would read all of it.
    private const string Claim = """
        with me as (
            select from jobs.node n, jobs.lane l
            where n.id = $1 and n.lease_until > clock_timestamp() and not n.draining and l.id = $2 and l.mode = 0),
        c as materialized (
            select id from jobs.job
            where state = 1 and lane_id = $2 and kind_id = any ($4) and exists (select from me){0}
            order by priority, vt, id limit $3 for update skip locked),
        u as (
            update jobs.job j set state = 2, attempt = attempt + 1, fence = fence + 1, node_id = $1,
                started_at = clock_timestamp(), event_seq = event_seq + 1, began_seq = event_seq + 1
            where j.id = any (array (select id from c))
            returning j.id, j.public_id, j.kind_id, j.owner_id, j.project_id, j.attempt, j.max_attempts, j.fence,
                      j.event_seq, j.priority, j.vt, j.run_at, j.started_at)
        select u.id, u.public_id, u.kind_id, u.owner_id, u.project_id,
               u.attempt, u.max_attempts, u.fence, d.args, u.event_seq, u.priority, u.vt, d.trace,
               extract(epoch from u.started_at - u.run_at)::float8
        from u cross join lateral (
            select args::text as args, trace from jobs.job_data where job_id = u.id offset 0) d    -- by key, row by row
        order by u.priority, u.vt, u.id
        """;

    public static readonly string ClaimAll = Claim.Replace("{0}", "", StringComparison.Ordinal);

    // While an old snapshot keeps dead index entries alive, only what lies behind them.
    public static readonly string ClaimBehind = Claim.Replace(
        "{0}",
        " and (priority, vt, id) > ($5, $6, $7)",
        StringComparison.Ordinal
    );

    // After a commit whose answer never came: jobs that are ours in the database and unknown to us here.
    private const string Disown = """
        with c as materialized (
            select id from jobs.job where state = 2 and node_id = $1 and lane_id = $2 and id <> all ($3)
            order by id for update),
        u as (
            update jobs.job j set state = 1, attempt = attempt - 1, fence = fence + 1, node_id = null, event_seq = event_seq + 1
            from c where j.id = c.id
            returning j.id, j.attempt, j.fence, j.event_seq, j.began_seq, j.started_at)
        insert into jobs.job_event (job_id, seq, type, attempt, fence, node_id, began_seq, started_at, outcome)
        select id, event_seq, 6, attempt + 1, fence - 1, $1, nullif(began_seq, 0), started_at, 4 from u
        """;

    public static NpgsqlBatchCommand FinishCommand(int node, IReadOnlyList<(RunEnd End, (float, string)? Last)> ends) =>
        new(Finish)
        {
            Parameters =
            {
                new() { Value = node },
                Sql.Array(ends.Select(e => e.End.Run.Id), NpgsqlDbType.Bigint),
                Sql.Array(ends.Select(e => e.End.Run.Claim.Fence), NpgsqlDbType.Integer),
                Sql.Array(ends.Select(e => (short)e.End.Ending), NpgsqlDbType.Smallint),
                Sql.Array(ends.Select(e => (long)e.End.RetryAfter.TotalMilliseconds), NpgsqlDbType.Bigint),
                Sql.Array(ends.Select(e => e.End.Result), NpgsqlDbType.Text),
                Sql.Array(ends.Select(e => Json(e.End.Error)), NpgsqlDbType.Text),
                Sql.Array(ends.Select(e => e.Last?.Item1), NpgsqlDbType.Real),
                Sql.Array(ends.Select(e => e.Last?.Item2), NpgsqlDbType.Text),
            },
        };

    /// <summary>
    /// Its commit need not wait for the disk: whatever a run writes later makes its claim durable too, and a crash of the
    /// database before that puts the job back into the queue, as a crash of the node would.
    /// </summary>
    public static NpgsqlBatchCommand ClaimCommand(NodeSession node, short lane, int count, ClaimMark? behind)
    {
        var claim = new NpgsqlBatchCommand(behind is null ? ClaimAll : ClaimBehind)
        {
            Parameters =
            {
                new() { Value = node.Id },
                new() { Value = lane },
                new() { Value = count },
                Sql.Array(node.Kinds.Keys, NpgsqlDbType.Smallint),
            },
        };
        if (behind is { } mark)
        {
            claim.Parameters.Add(new() { Value = mark.Priority });
            claim.Parameters.Add(new() { Value = mark.Turn });
            claim.Parameters.Add(new() { Value = mark.Id });
        }
        return claim;
    }

    public static NpgsqlBatchCommand DisownCommand(int node, short lane, IEnumerable<long> known) =>
        new(Disown)
        {
            Parameters =
            {
                new() { Value = node },
                new() { Value = lane },
                Sql.Array(known, NpgsqlDbType.Bigint),
            },
        };

    public static ClaimedJob Claimed(NpgsqlDataReader row, NodeSession node) =>
        new(
            row.GetInt64(0),
            row.GetGuid(1),
            node.Kinds[row.GetInt16(2)],
            row.GetGuid(3),
            row.Optional<Guid>(4),
            row.GetInt16(5),
            row.GetInt16(6),
            row.GetInt32(7),
            node.Id,
            row.GetString(8),
            row.Text(12),
            row.GetDouble(13)
        );

    public static ClaimMark Mark(NpgsqlDataReader row) => new(row.GetInt16(10), row.GetInt64(11), row.GetInt64(0));

    private static string? Json(JobError? error) =>
        error is null ? null : JsonSerializer.Serialize(error, JsonSerializerOptions.Web);
}

/// <summary>A place in the order of claims.</summary>
internal readonly record struct ClaimMark(short Priority, long Turn, long Id)
{
    public bool IsBehind(ClaimMark other) => (Priority, Turn, Id).CompareTo((other.Priority, other.Turn, other.Id)) > 0;
}
