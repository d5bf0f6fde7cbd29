using Atelier.JobEngine;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Webhooks.Delivering;

/// <summary>A delivery with what it takes to send it.</summary>
/// <param name="Secrets">The newest first; those that sign, sealed.</param>
/// <param name="IsOff">The webhook is disabled, and this is no test of it.</param>
internal sealed record Message(
    Guid WebhookId,
    Guid OwnerId,
    string WebhookName,
    string Url,
    IReadOnlyList<(string KeyId, byte[] Box)> Secrets,
    string Event,
    string Body,
    bool IsOff
);

/// <summary>How deliveries stand: read before an attempt, written after it, together with the next attempt.</summary>
internal sealed class DeliveryLedger(
    NpgsqlDataSource database,
    DeliveryQueue queue,
    WebhookStanding standing,
    IOptions<WebhookOptions> options,
    TimeProvider clock
)
{
    private const string Find = """
        select w.id, w.owner_id, w.name, w.url, w.secret, w.secret_key, d.event, d.body,
               w.disabled_at is not null and d.event <> 'webhook.test',
               w.earlier_until > $3, w.earlier_secret, w.earlier_secret_key
        from webhooks.delivery d join webhooks.webhook w on w.id = d.webhook_id
        where d.id = $1 and d.state = 0 and d.attempts = $2 - 1
        """;

    private const string Note = """
        update webhooks.delivery set
            attempts = $2, state = $3, status = $4, milliseconds = $5, error = $6, attempted_at = $7, next_at = $8,
            first_failed_at = case when $6 is null then first_failed_at else coalesce(first_failed_at, $7) end
        where id = $1 and state = 0 and attempts = $2 - 1
        returning first_failed_at
        """;

    /// <returns>Null when this attempt is no longer to be made.</returns>
    public async Task<Message?> FindAsync(DeliverWebhook attempt, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = attempt.DeliveryId });
        command.Parameters.Add(new() { Value = attempt.Attempt });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var secrets = new List<(string, byte[])> { (row.GetString(5), row.GetFieldValue<byte[]>(4)) };
        if (!row.IsDBNull(9) && row.GetBoolean(9))
            secrets.Add((row.GetString(11), row.GetFieldValue<byte[]>(10)));
        return new Message(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetString(3),
            secrets,
            row.GetString(6),
            row.GetString(7),
            row.GetBoolean(8)
        );
    }

    public async Task NoteAsync(
        NpgsqlTransaction tx,
        DeliverWebhook attempt,
        Message message,
        Outcome outcome,
        CancellationToken cancel
    )
    {
        // The webhook before its deliveries, as its deletion does: two that lock in different orders wait for ever.
        if (!await WebhookStanding.LockAsync(tx, message.WebhookId, cancel))
            return;
        var now = clock.GetUtcNow();
        var next = NextAfter(attempt, message, outcome, now);
        var state =
            outcome.Error is null ? DeliveryState.Delivered
            : next is null ? DeliveryState.Failed
            : DeliveryState.Waiting;
        await using var note = new NpgsqlCommand(Note, tx.Connection, tx)
        {
            Parameters =
            {
                new() { Value = attempt.DeliveryId },
                new() { Value = attempt.Attempt },
                new() { Value = (short)state },
                Optional(outcome.Status, NpgsqlDbType.Integer),
                new() { Value = outcome.Milliseconds },
                Optional(outcome.Error, NpgsqlDbType.Text),
                new() { Value = now },
                Optional(next, NpgsqlDbType.TimestampTz),
            },
        };
        if (await note.ExecuteScalarAsync(cancel) is not { } firstFailed)
            return;
        Guid[] again = next is null ? [] : [attempt.DeliveryId];
        if (!await queue.AddAsync(tx, message.WebhookId, message.OwnerId, again, attempt.Attempt + 1, next, cancel))
            throw new JobFailure(
                "webhook.queue_full",
                "Too much waits for this webhook; its next attempt is noted later."
            );
        if (message.Event == WebhookEvents.Test || message.IsOff)
            return;
        if (outcome.Error is null)
            await WebhookStanding.WorksAsync(tx, message.WebhookId, cancel);
        else
            await standing.FailedAsync(tx, message, outcome, now, next is null ? (DateTime?)firstFailed : null, cancel);
    }

    /// <returns>When the next attempt is due; null when there is none. Spread by a fifth, so that many do not come at once.</returns>
    private DateTimeOffset? NextAfter(DeliverWebhook attempt, Message message, Outcome outcome, DateTimeOffset now)
    {
        var waits = options.Value.Waits;
        if (
            outcome.Error is null
            || outcome.IsGone
            || message.IsOff
            || message.Event == WebhookEvents.Test
            || attempt.Attempt > waits.Count
        )
            return null;
        var spread = (uint)HashCode.Combine(attempt.DeliveryId, attempt.Attempt) % 1000 / 5000.0;
        return now + (waits[attempt.Attempt - 1] * (1 + spread));
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
