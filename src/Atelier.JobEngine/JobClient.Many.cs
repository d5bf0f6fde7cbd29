using System.Text.Json;
using Atelier.JobEngine.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine;

public sealed partial class JobClient
{
    /// <summary>How many jobs one call of <see cref="EnqueueManyAsync"/> takes.</summary>
    public const int MostAtOnce = 10_000;

    private const string EnqueueManySql = """
        with i as materialized (
            select i.*, row_number() over (order by i.ord) - 1 as behind
            from unnest($1::uuid[], $9::bytea[], $10::text[], $11::text[], $3::uuid[]) with ordinality
                as i (public_id, uniq, subject, args, project_id, ord)
            where i.uniq is null
               or not exists (select from jobs.job x where x.kind_id = $4 and x.uniq = i.uniq and x.state in (0, 1, 2, 6))),
        s as materialized (
            select case when $8 > clock_timestamp() then 0 when coalesce($12, $13) is not null then 6 else 1 end as state,
                   greatest(jobs.turn($2, $5, $6), $14) as turn),
        j as (
            insert into jobs.job (public_id, owner_id, project_id, kind_id, lane_id, state, priority, vt, max_attempts,
                                  run_at, uniq, event_seq, key_id, owner_key_id, held_by)
            select i.public_id, $2, i.project_id, $4, $5, s.state, $6, case s.state when 0 then 0 else s.turn + i.behind end, $7,
                   coalesce($8, clock_timestamp()), i.uniq, 1, $12, $13, case s.state when 6 then coalesce($13, $12) end
            from i cross join s order by i.ord
            on conflict (kind_id, uniq) where uniq is not null and state in (0, 1, 2, 6) do nothing
            returning id, public_id, vt, state),
        d as (insert into jobs.job_data (job_id, public_id, owner_id, project_id, subject, args, trace)
              select j.id, j.public_id, $2, i.project_id, i.subject, i.args::json, $15 from j join i on i.public_id = j.public_id)
        select array (select public_id from j), (select max(vt) from j),
               (select pg_notify('atelier_jobs', case min(state) when 1 then 'w:' || $5 else 'k:' || coalesce($13, $12) end)
                from j where state > 0)::text,
               (select pg_notify('atelier_jobs', 't:' || min(id) || ':' || max(id)) from j)::text
        """;

    /// <summary>
    /// Queues up to <see cref="MostAtOnce"/> jobs of one owner inside the caller's transaction, all or (when the owner
    /// has too many waiting) none. They take their owner's turns one after the other, so others' jobs run in between.
    /// </summary>
    /// <param name="options">For all of them; what a <see cref="JobItem{TPayload}"/> says itself comes first.</param>
    /// <returns>A ticket for each, in their order.</returns>
    public async Task<IReadOnlyList<JobTicket>> EnqueueManyAsync<TPayload>(
        NpgsqlTransaction transaction,
        IReadOnlyList<JobItem<TPayload>> items,
        JobOptions options,
        CancellationToken cancel = default
    )
        where TPayload : IJobPayload
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, MostAtOnce);
        if (items.Count == 0)
            return [];
        var place = await PlaceAsync(TPayload.Kind, options, transaction, cancel);
        if (!await _admission.AdmitAsync(options.OwnerId, place.Lane, items.Count, transaction, cancel))
            return [.. items.Select(_ => new JobTicket(Guid.Empty, AlreadyQueued: false, _admission.Refusal))];
        var now = _time.GetUtcNow();
        var ids = items.Select(_ => Guid.CreateVersion7(now)).Order().ToArray();
        var uniques = items.Select(item => Unique(item.UniqueKey ?? options.UniqueKey)).ToArray();
        await using var insert = new NpgsqlCommand(EnqueueManySql, transaction.Connection, transaction)
        {
            Parameters =
            {
                Sql.Array(ids, NpgsqlDbType.Uuid),
                new() { Value = options.OwnerId },
                Sql.Array(items.Select(item => item.ProjectId ?? options.ProjectId), NpgsqlDbType.Uuid),
                new() { Value = place.Kind },
                new() { Value = place.Lane },
                new() { Value = (short)options.Priority },
                new() { Value = (short)options.MaxAttempts },
                Sql.Nullable(options.RunAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                Sql.Array(uniques, NpgsqlDbType.Bytea),
                Sql.Array(items.Select(item => Subject(item.Subject ?? options.Subject)), NpgsqlDbType.Text),
                Sql.Array(
                    items.Select(item => JsonSerializer.Serialize(item.Payload, _options.Json)),
                    NpgsqlDbType.Text
                ),
                Sql.Nullable(place.Key, NpgsqlDbType.Integer),
                Sql.Nullable(place.OwnerKey, NpgsqlDbType.Integer),
                new() { Value = _admission.NextTurn(options.OwnerId, place.Lane, options.Priority, items.Count) },
                Sql.Nullable(JobTelemetry.Current, NpgsqlDbType.Text),
            },
        };
        HashSet<Guid> queued;
        await using (var row = await insert.ExecuteReaderAsync(cancel))
        {
            await row.ReadAsync(cancel);
            queued = [.. row.GetFieldValue<Guid[]>(0)];
            if (queued.Count > 0)
                _admission.Given(options.OwnerId, place.Lane, options.Priority, row.GetInt64(1));
        }
        var tickets = new JobTicket[items.Count];
        for (var i = 0; i < tickets.Length; i++)
            tickets[i] = queued.Contains(ids[i])
                ? new JobTicket(ids[i], AlreadyQueued: false)
                // Rare enough to be asked one by one, and to be queued one by one when the other has finished meanwhile.
                : await EnqueueAsync(
                    transaction,
                    items[i].Payload,
                    options with
                    {
                        ProjectId = items[i].ProjectId ?? options.ProjectId,
                        Subject = items[i].Subject ?? options.Subject,
                        UniqueKey = items[i].UniqueKey ?? options.UniqueKey,
                    },
                    cancel
                );
        return tickets;
    }

    private static string? Subject(string? about) => about is null ? null : PlainText.Of(about, 200);
}
