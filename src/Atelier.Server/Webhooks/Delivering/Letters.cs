using Npgsql;
using NpgsqlTypes;

namespace Atelier.Webhooks.Delivering;

/// <summary>A webhook that is switched on.</summary>
internal sealed record Listener(Guid Id, Guid Owner, Guid? Project, string[] Events, DateTimeOffset Since)
{
    public bool Wants(string name, Guid? project) => Events.Contains(name) && (Project is null || Project == project);
}

internal sealed record Letter(Guid Webhook, string Event, string Source, string Body);

/// <summary>Finds who listens, and writes deliveries to them with their first attempts.</summary>
internal sealed class Letters(DeliveryQueue queue, TimeProvider clock)
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

    public static async Task<ILookup<Guid, Listener>> ListenersAsync(
        NpgsqlTransaction tx,
        IEnumerable<Guid> owners,
        CancellationToken cancel
    )
    {
        await using var find = new NpgsqlCommand(Find, tx.Connection, tx);
        find.Parameters.Add(new() { Value = owners.Distinct().ToArray() });
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

    /// <summary>What was told before, by its source, is not told again.</summary>
    public async Task WriteAsync(
        NpgsqlTransaction tx,
        IReadOnlyList<Letter> letters,
        ILookup<Guid, Listener> listeners,
        CancellationToken cancel
    )
    {
        if (letters.Count == 0)
            return;
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
