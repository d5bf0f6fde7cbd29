using System.Data.Common;
using System.Security.Claims;
using System.Text.Json;
using Atelier.Audit.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Audit;

internal sealed class AuditTrail(NpgsqlDataSource database, IHttpContextAccessor requests, TimeProvider clock)
    : IAuditTrail
{
    private const string Insert = """
        with e as (
            insert into audit.entry (at, action, outcome, actor_id, subject_kind, subject_id, address, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id)
        insert into audit.unsealed (entry_id) select id from e
        """;

    private static readonly object Recorded = new();

    public async Task RecordAsync(DbTransaction transaction, AuditEntry entry, CancellationToken cancel)
    {
        var open = (NpgsqlTransaction)transaction;
        await using var insert = new NpgsqlCommand(Insert, open.Connection, open);
        await RunAsync(insert, entry, cancel);
    }

    public async Task RecordAsync(AuditEntry entry, CancellationToken cancel)
    {
        await using var insert = database.CreateCommand(Insert);
        await RunAsync(insert, entry, cancel);
    }

    /// <summary>Whether something was recorded about this request already.</summary>
    public static bool KnowsOf(HttpContext request) => request.Items.ContainsKey(Recorded);

    private async Task RunAsync(NpgsqlCommand insert, AuditEntry entry, CancellationToken cancel)
    {
        var request = requests.HttpContext;
        var actor = entry.ActorId ?? (Guid.TryParse(request?.User.FindFirstValue("sub"), out var id) ? id : null);
        Add(clock.GetUtcNow(), NpgsqlDbType.TimestampTz);
        Add(entry.Action, NpgsqlDbType.Text);
        Add(JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Outcome.ToString()), NpgsqlDbType.Text);
        Add(actor, NpgsqlDbType.Uuid);
        Add(entry.SubjectKind, NpgsqlDbType.Text);
        Add(entry.SubjectId, NpgsqlDbType.Uuid);
        Add(request?.Connection.RemoteIpAddress?.ToString(), NpgsqlDbType.Text);
        Add(
            entry.Details is { } details ? JsonSerializer.Serialize(details, JsonSerializerOptions.Web) : null,
            NpgsqlDbType.Json
        );
        await insert.ExecuteNonQueryAsync(cancel);
        if (request is not null)
            request.Items[Recorded] = true;

        void Add(object? value, NpgsqlDbType type) =>
            insert.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}
