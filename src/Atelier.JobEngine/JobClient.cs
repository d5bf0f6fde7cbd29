using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Atelier.JobEngine.Nodes;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.JobEngine;

/// <summary>Queues, reads, cancels and retries jobs, from any process that reaches the database.</summary>
public sealed partial class JobClient
{
    // A capped job is held, never ready: claims must not walk over jobs that may not run.
    private const string Enqueue = """
        with j as (
            insert into jobs.job (public_id, owner_id, project_id, kind_id, lane_id, state, priority, vt, max_attempts,
                                  run_at, uniq, event_seq, key_id, owner_key_id, held_by)
            select $1, $2, $3, $4, $5, s.state, $6, case s.state when 0 then 0 else greatest(jobs.turn($2, $5, $6), $14) end, $7,
                   coalesce($8, clock_timestamp()), $9, 1, $12, $13, case s.state when 6 then coalesce($13, $12) end
            from (select case when $8 > clock_timestamp() then 0 when coalesce($12, $13) is not null then 6 else 1 end) s (state)
            on conflict (kind_id, uniq) where uniq is not null and state in (0, 1, 2, 6) do nothing
            returning id, state, held_by, vt),
        d as (insert into jobs.job_data (job_id, public_id, owner_id, project_id, subject, args, trace)
              select id, $1, $2, $3, $10, $11, $15 from j)
        select vt, pg_notify('atelier_jobs', case state
            when 1 then 'q:' || $5 || ':' || id
            when 6 then 'h:' || held_by || ':' || id
            else 'e:' || id || ':1' end)::text
        from j
        """;

    private const string Unfinished =
        "select public_id from jobs.job where kind_id = $1 and uniq = $2 and state in (0, 1, 2, 6)";

    private readonly NpgsqlDataSource _database;
    private readonly Names _names;
    private readonly HandlerCatalog _handlers;
    private readonly TimeProvider _time;
    private readonly JobEngineOptions _options;
    private readonly Admission _admission;

    // Its parts are the engine's own, so it is built by AddJobEngine and not by hand.
    internal JobClient(
        NpgsqlDataSource database,
        Names names,
        HandlerCatalog handlers,
        IOptions<JobEngineOptions> options,
        TimeProvider time
    )
    {
        (_database, _names, _handlers, _options, _time) = (database, names, handlers, options.Value, time);
        _admission = new Admission(_options, time);
    }

    /// <summary>
    /// Queues a job inside the caller's transaction: it exists, and is announced, exactly when that commits.
    /// </summary>
    public async Task<JobTicket> EnqueueAsync<TPayload>(
        NpgsqlTransaction transaction,
        TPayload payload,
        JobOptions options,
        CancellationToken cancel = default
    )
        where TPayload : IJobPayload
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(options);
        var connection = transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");
        var place = await PlaceAsync(TPayload.Kind, options, transaction, cancel);
        var unique = Unique(options.UniqueKey);
        if (!await _admission.AdmitAsync(options.OwnerId, place.Lane, 1, transaction, cancel))
            return unique is not null && await FindAsync(place.Kind, unique, transaction, cancel) is { } same
                ? new JobTicket(same, AlreadyQueued: true)
                : new JobTicket(Guid.Empty, AlreadyQueued: false, _admission.Refusal);
        var id = Guid.CreateVersion7(_time.GetUtcNow());
        var turn = _admission.NextTurn(options.OwnerId, place.Lane, options.Priority);
        await using var insert = new NpgsqlCommand(Enqueue, connection, transaction)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = options.OwnerId },
                Sql.Nullable(options.ProjectId, NpgsqlDbType.Uuid),
                new() { Value = place.Kind },
                new() { Value = place.Lane },
                new() { Value = (short)options.Priority },
                new() { Value = (short)options.MaxAttempts },
                Sql.Nullable(options.RunAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                Sql.Nullable(unique, NpgsqlDbType.Bytea),
                Sql.Nullable(Subject(options.Subject), NpgsqlDbType.Text),
                new() { Value = JsonSerializer.Serialize(payload, _options.Json), NpgsqlDbType = NpgsqlDbType.Json },
                Sql.Nullable(place.Key, NpgsqlDbType.Integer),
                Sql.Nullable(place.OwnerKey, NpgsqlDbType.Integer),
                new() { Value = turn },
                Sql.Nullable(JobTelemetry.Current, NpgsqlDbType.Text),
            },
        };
        await insert.PrepareAsync(cancel);
        // Twice at most in practice: between a conflict and the look for its cause the other job may finish.
        for (var tries = 0; tries < 10; tries++)
        {
            if (await insert.ExecuteScalarAsync(cancel) is long given)
            {
                _admission.Given(options.OwnerId, place.Lane, options.Priority, given);
                return new JobTicket(id, AlreadyQueued: false);
            }
            if (await FindAsync(place.Kind, unique!, transaction, cancel) is { } existing)
                return new JobTicket(existing, AlreadyQueued: true);
        }
        throw new InvalidOperationException(
            "An unfinished job with this key exists but this transaction cannot see it."
        );
    }

    private async ValueTask<Place> PlaceAsync(
        string kindName,
        JobOptions options,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        var laneName = options.Lane ?? _handlers.LaneOf(kindName);
        var kind = await _names.IdAsync("kind", kindName, transaction, cancel);
        var lane = await _names.IdAsync("lane", laneName, transaction, cancel);
        int? key = options.Limit is { } limit
            ? await LimitKeys.FindOrAddAsync(LimitKeys.Callers + limit.Key, limit.AtOnce, transaction, cancel)
            : null;
        // What nobody owns (an e-mail to send) is not one person's.
        int? ownerKey =
            options.OwnerId != Guid.Empty && _options.OwnerLimits.GetValueOrDefault(laneName) is > 0 and var most
                ? await LimitKeys.FindOrAddAsync($"owner:{laneName}:{options.OwnerId}", most, transaction, cancel)
                : null;
        return new Place(kind, lane, key, ownerKey);
    }

    private static byte[]? Unique(string? key) =>
        key is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key))[..16];

    private static async Task<Guid?> FindAsync(
        short kind,
        byte[] unique,
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var find = new NpgsqlCommand(Unfinished, transaction.Connection, transaction)
        {
            Parameters =
            {
                new() { Value = kind },
                new() { Value = unique },
            },
        };
        return await find.ExecuteScalarAsync(cancel) as Guid?;
    }

    /// <summary>Where a job goes, by the ids of the hot rows.</summary>
    private readonly record struct Place(short Kind, short Lane, int? Key, int? OwnerKey);
}
