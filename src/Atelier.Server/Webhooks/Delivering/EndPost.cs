using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Webhooks.Delivering;

/// <summary>Turns the ends of jobs into deliveries to the webhooks that want to hear of them.</summary>
internal sealed class EndPost(IBatches batches, DeliveryQueue queue, TimeProvider clock)
{
    private const string Find = """
        select id, owner_id, project_id, events, since from webhooks.webhook
        where disabled_at is null and owner_id = any($1) for key share
        """;

    private const string Insert = """
        insert into webhooks.delivery (id, webhook_id, event, source, body, next_at, created_at)
        select n.*, $6, $6 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) n
        on conflict (webhook_id, source) do nothing
        returning id, webhook_id
        """;

    private const string Refuse = """
        update webhooks.delivery set state = 2, error = 'queue_full', next_at = null where id = any($1)
        """;

    private sealed record Listener(Guid Id, Guid Owner, Guid? Project, string[] Events, DateTimeOffset Since);

    private sealed record Letter(Guid Webhook, string Event, string Source, string Body);

    /// <summary>What was told before, by job and seq, is not told again.</summary>
    public async Task TellAsync(NpgsqlTransaction tx, IReadOnlyList<JobEvent> ends, CancellationToken cancel)
    {
        var listeners = await ListenersAsync(tx, ends, cancel);
        var letters = new List<Letter>();
        foreach (var end in ends)
        foreach (var hook in listeners[end.OwnerId])
            if (
                hook.Events.Contains(WebhookEvents.OfJob(end.Type))
                && (hook.Project is null || hook.Project == end.ProjectId)
                && hook.Since <= end.At
            )
                letters.Add(
                    new(hook.Id, WebhookEvents.OfJob(end.Type), $"{end.JobId}:{end.Seq}", DeliveryBody.OfJob(end))
                );
        letters.AddRange(await OfBatchesAsync(ends, listeners, cancel));
        if (letters.Count > 0)
            await WriteAsync(tx, letters, listeners, cancel);
    }

    /// <summary>A batch is finished when none of its jobs is left; retried and finished again, it is told again.</summary>
    private async Task<List<Letter>> OfBatchesAsync(
        IReadOnlyList<JobEvent> ends,
        ILookup<Guid, Listener> listeners,
        CancellationToken cancel
    )
    {
        var letters = new List<Letter>();
        foreach (var (owner, batch) in ends.Select(end => (end.OwnerId, end.BatchId)).Distinct())
        {
            var hooks = listeners[owner].Where(hook => hook.Events.Contains(WebhookEvents.BatchFinished)).ToList();
            if (batch is not { } id || hooks.Count == 0)
                continue;
            if (await batches.GetAsync(id, cancel) is not { FinishedAt: { } finished } view)
                continue;
            var body = DeliveryBody.Of(WebhookEvents.BatchFinished, finished, view);
            letters.AddRange(
                hooks
                    .Where(hook => hook.Since <= finished)
                    .Select(hook => new Letter(
                        hook.Id,
                        WebhookEvents.BatchFinished,
                        $"batch:{id}:{finished.UtcTicks}",
                        body
                    ))
            );
        }
        return letters;
    }

    private static async Task<ILookup<Guid, Listener>> ListenersAsync(
        NpgsqlTransaction tx,
        IReadOnlyList<JobEvent> ends,
        CancellationToken cancel
    )
    {
        await using var find = new NpgsqlCommand(Find, tx.Connection, tx);
        find.Parameters.Add(new() { Value = ends.Select(end => end.OwnerId).Distinct().ToArray() });
        var hooks = new List<Listener>();
        await using var row = await find.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            hooks.Add(
                new(
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.IsDBNull(2) ? null : row.GetGuid(2),
                    row.GetFieldValue<string[]>(3),
                    row.GetFieldValue<DateTimeOffset>(4)
                )
            );
        return hooks.ToLookup(hook => hook.Owner);
    }

    private async Task WriteAsync(
        NpgsqlTransaction tx,
        List<Letter> letters,
        ILookup<Guid, Listener> listeners,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        await using var insert = new NpgsqlCommand(Insert, tx.Connection, tx)
        {
            Parameters =
            {
                new() { Value = letters.Select(_ => Guid.CreateVersion7(now)).ToArray() },
                new() { Value = letters.Select(letter => letter.Webhook).ToArray() },
                new() { Value = letters.Select(letter => letter.Event).ToArray() },
                new() { Value = letters.Select(letter => letter.Source).ToArray() },
                new() { Value = letters.Select(letter => letter.Body).ToArray() },
                new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        var written = new List<(Guid Delivery, Guid Webhook)>();
        await using (var row = await insert.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                written.Add((row.GetGuid(0), row.GetGuid(1)));
        var owners = listeners.SelectMany(hooks => hooks).ToDictionary(hook => hook.Id, hook => hook.Owner);
        foreach (var hook in written.GroupBy(one => one.Webhook, one => one.Delivery))
        {
            Guid[] deliveries = [.. hook];
            if (await queue.AddAsync(tx, hook.Key, owners[hook.Key], deliveries, attempt: 1, at: null, cancel))
                continue;
            await using var refuse = new NpgsqlCommand(Refuse, tx.Connection, tx);
            refuse.Parameters.Add(new() { Value = deliveries });
            await refuse.ExecuteNonQueryAsync(cancel);
        }
    }
}
