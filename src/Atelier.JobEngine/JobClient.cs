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
    private const string Enqueue = """
        with j as (
            insert into jobs.job (public_id, owner_id, project_id, kind_id, lane_id, state, priority, max_attempts,
                                  run_at, uniq, event_seq)
            values ($1, $2, $3, $4, $5, case when $8 > clock_timestamp() then 0 else 1 end, $6, $7,
                    coalesce($8, clock_timestamp()), $9, 1)
            on conflict (kind_id, uniq) where uniq is not null and state in (0, 1, 2, 6) do nothing
            returning id),
        d as (insert into jobs.job_data (job_id, subject, args) select id, $10, $11 from j),
        e as (insert into jobs.job_event (job_id, seq, type) select id, 1, 1 from j)
        select pg_notify('atelier_jobs', 'w:' || $5)::text, pg_notify('atelier_jobs', 'e:' || id || ':1')::text from j
        """;

    private const string Unfinished =
        "select public_id from jobs.job where kind_id = $1 and uniq = $2 and state in (0, 1, 2, 6)";

    private readonly NpgsqlDataSource _database;
    private readonly Names _names;
    private readonly HandlerCatalog _handlers;
    private readonly TimeProvider _time;
    private readonly JobEngineOptions _options;

    // Its parts are the engine's own, so it is built by AddJobEngine and not by hand.
    internal JobClient(
        NpgsqlDataSource database,
        Names names,
        HandlerCatalog handlers,
        IOptions<JobEngineOptions> options,
        TimeProvider time
    ) => (_database, _names, _handlers, _options, _time) = (database, names, handlers, options.Value, time);

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
        var kind = await _names.IdAsync("kind", TPayload.Kind, transaction, cancel);
        var lane = await _names.IdAsync("lane", options.Lane ?? _handlers.LaneOf(TPayload.Kind), transaction, cancel);
        var id = Guid.CreateVersion7(_time.GetUtcNow());
        var unique = options.UniqueKey is { } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key))[..16] : null;
        await using var insert = new NpgsqlCommand(Enqueue, connection, transaction)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = options.OwnerId },
                Sql.Nullable(options.ProjectId, NpgsqlDbType.Uuid),
                new() { Value = kind },
                new() { Value = lane },
                new() { Value = (short)options.Priority },
                new() { Value = (short)options.MaxAttempts },
                Sql.Nullable(options.RunAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
                Sql.Nullable(unique, NpgsqlDbType.Bytea),
                Sql.Nullable(options.Subject is { } about ? PlainText.Of(about, 200) : null, NpgsqlDbType.Text),
                new() { Value = JsonSerializer.Serialize(payload, _options.Json), NpgsqlDbType = NpgsqlDbType.Json },
            },
        };
        // Twice at most in practice: between a conflict and the look for its cause the other job may finish.
        for (var tries = 0; tries < 10; tries++)
        {
            await using (var row = await insert.ExecuteReaderAsync(cancel))
                if (await row.ReadAsync(cancel))
                    return new JobTicket(id, AlreadyQueued: false);
            await using var find = new NpgsqlCommand(Unfinished, connection, transaction)
            {
                Parameters =
                {
                    new() { Value = kind },
                    new() { Value = unique! },
                },
            };
            if (await find.ExecuteScalarAsync(cancel) is Guid existing)
                return new JobTicket(existing, AlreadyQueued: true);
        }
        throw new InvalidOperationException(
            "An unfinished job with this key exists but this transaction cannot see it."
        );
    }
}
