using Atelier.Audit.Contracts;
using Atelier.Identity.Contracts;
using Npgsql;

namespace Atelier.Webhooks.Delivering;

/// <summary>
/// Whether a webhook's receiver can still be hoped for. It is given up when a delivery has used all its attempts and
/// nothing got through since the first of them, or when the receiver says that it is gone.
/// </summary>
internal sealed class WebhookStanding(IAuditTrail trail, IPersonNotices notices)
{
    private const string Lock = "select id from webhooks.webhook where id = $1 for no key update";

    private const string Works =
        "update webhooks.webhook set failing_since = null where id = $1 and failing_since is not null";

    private const string Fails =
        "update webhooks.webhook set failing_since = $2 where id = $1 and failing_since is null";

    private const string Disable = """
        update webhooks.webhook set disabled_at = $2, disabled_because = $3
        where id = $1 and disabled_at is null and ($4::timestamptz is null or failing_since <= $4) returning id
        """;

    /// <returns>False when it is deleted.</returns>
    public static async Task<bool> LockAsync(NpgsqlTransaction tx, Guid webhook, CancellationToken cancel) =>
        await RunAsync(tx, Lock, cancel, webhook) is not null;

    public static Task WorksAsync(NpgsqlTransaction tx, Guid webhook, CancellationToken cancel) =>
        RunAsync(tx, Works, cancel, webhook);

    /// <param name="triedSince">When the delivery was given up: its first failed attempt.</param>
    public async Task FailedAsync(
        NpgsqlTransaction tx,
        Message message,
        Outcome outcome,
        DateTimeOffset now,
        DateTime? triedSince,
        CancellationToken cancel
    )
    {
        await RunAsync(tx, Fails, cancel, message.WebhookId, now);
        if (triedSince is null)
            return;
        var because = outcome.IsGone ? "gone" : "failing";
        object since = outcome.IsGone ? DBNull.Value : triedSince;
        if (await RunAsync(tx, Disable, cancel, message.WebhookId, now, because, since) is null)
            return;
        var entry = new AuditEntry(
            AuditActions.WebhookDisabled,
            SubjectKind: "webhook",
            SubjectId: message.WebhookId,
            Details: new { because }
        );
        await trail.RecordAsync(tx, entry, cancel);
        await notices.TellAsync(
            tx,
            message.OwnerId,
            "One of your webhooks was disabled",
            $"""
            The webhook called "{message.WebhookName}" was disabled: its receiver took no message for too long, or said
            that it is gone. What was not delivered stands in its log and can be sent again. When the receiver works, enable
            the webhook again.
            """,
            cancel
        );
    }

    private static async Task<object?> RunAsync(
        NpgsqlTransaction tx,
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, tx.Connection, tx);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancel);
    }
}
