using Npgsql;

namespace Atelier.Library.Mirrors;

/// <summary>
/// Who is to be told of what. Rows come with the changes themselves (a trigger, in their transaction) and go when the
/// mirror has taken them; a document is told by one node at a time, so its changes arrive in order.
/// </summary>
internal sealed class MirrorLedger(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string Everything = """
        insert into library.mirror_outbox (mirror, document_id, owner_id)
        select $1, id, owner_id from library.documents where analyzed_at is not null
        union select $1, document_id, owner_id from library.mirror_copies where mirror = $1
        order by 2
        on conflict (mirror, document_id) do update
            set revision = mirror_outbox.revision + 1, due_at = '-infinity', attempts = 0
        """;

    private const string Take = """
        with mine as materialized (
            select o.mirror, o.document_id from library.mirror_outbox o join library.mirrors m on m.name = o.mirror
            where o.mirror = $1 and o.due_at <= $2 and (o.taken_until is null or o.taken_until <= $2)
                and (m.paused_until is null or m.paused_until <= $2)
            order by o.due_at, o.document_id
            limit 1 for update of o skip locked)
        update library.mirror_outbox o set taken_until = $3 from mine
        where o.mirror = mine.mirror and o.document_id = mine.document_id
        returning o.document_id, o.owner_id, o.revision, o.attempts,
            coalesce((select c.parts from library.mirror_copies c
                      where c.mirror = o.mirror and c.document_id = o.document_id), 0)
        """;

    private const string Hold = """
        with mine as (
            update library.mirror_outbox set taken_until = $5
            where mirror = $1 and document_id = $2 and taken_until is not null
            returning mirror, document_id, owner_id)
        insert into library.mirror_copies as c (mirror, document_id, owner_id, parts)
        select mirror, document_id, $3, $4 from mine
        on conflict (mirror, document_id) do update set parts = greatest(c.parts, excluded.parts)
        """;

    private const string Finish = """
        with told as (
            delete from library.mirror_outbox where mirror = $1 and document_id = $2 and revision = $3),
        changed as (
            update library.mirror_outbox set taken_until = null, attempts = 0, error = null
            where mirror = $1 and document_id = $2 and revision <> $3),
        gone as (
            delete from library.mirror_copies where mirror = $1 and document_id = $2 and $4 = 0),
        kept as (
            update library.mirror_copies set parts = $4 where mirror = $1 and document_id = $2 and $4 > 0)
        update library.mirrors set failures = 0, paused_until = null, error = null, delivered_at = $5 where name = $1
        """;

    /// <summary>Makes the mirrors those that are configured. One that is new, or is elsewhere now, is told of everything.</summary>
    public async Task SettleAsync(IReadOnlyCollection<IMirror> mirrors, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Nobody is in the middle of a change that would neither be among all documents nor told to a new mirror.
        await RunAsync(connection, "lock table library.documents in share mode", [], cancel);
        await RunAsync(
            connection,
            "delete from library.mirrors where not (name = any ($1))",
            [mirrors.Select(mirror => mirror.Name).ToArray()],
            cancel
        );
        foreach (var mirror in mirrors)
        {
            await RunAsync(
                connection,
                "delete from library.mirrors where name = $1 and target <> $2",
                [mirror.Name, mirror.Target],
                cancel
            );
            var isNew = await RunAsync(
                connection,
                "insert into library.mirrors (name, target) values ($1, $2) on conflict do nothing",
                [mirror.Name, mirror.Target],
                cancel
            );
            if (isNew == 1)
                await RunAsync(connection, Everything, [mirror.Name], cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Tells the mirror of everything again.</summary>
    /// <returns>How many documents that are.</returns>
    public async Task<int> RebuildAsync(string mirror, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await RunAsync(
            connection,
            "update library.mirrors set paused_until = null, failures = 0 where name = $1",
            [mirror],
            cancel
        );
        return await RunAsync(connection, Everything, [mirror], cancel);
    }

    /// <returns>Null when nothing is due.</returns>
    public async Task<MirrorErrand?> TakeAsync(string mirror, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Take);
        foreach (var value in (object[])[mirror, now, now + Lease])
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        return new(
            this,
            mirror,
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetInt64(2),
            row.GetInt32(3),
            $"{Guid.CreateVersion7(now):n}",
            row.GetInt32(4)
        );
    }

    public async Task HoldAsync(MirrorErrand errand, int parts, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + Lease;
        await using var connection = await database.OpenConnectionAsync(cancel);
        var held = await RunAsync(
            connection,
            Hold,
            [errand.Mirror, errand.DocumentId, errand.OwnerId, parts, until],
            cancel
        );
        if (held == 0)
            throw new MirrorException("The mirror was switched off meanwhile.", isOutage: false);
    }

    /// <param name="parts">What the mirror has now; 0 when it has nothing.</param>
    public async Task FinishAsync(MirrorErrand errand, int parts, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await RunAsync(
            connection,
            Finish,
            [errand.Mirror, errand.DocumentId, errand.Revision, parts, clock.GetUtcNow()],
            cancel
        );
    }

    /// <summary>Later again: this document, or everything.</summary>
    public async Task DeferAsync(MirrorErrand errand, MirrorException why, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await RunAsync(
            connection,
            """
            update library.mirror_outbox set taken_until = null, attempts = attempts + 1, error = $3, due_at = $4
            where mirror = $1 and document_id = $2 and revision = $5
            """,
            [
                errand.Mirror,
                errand.DocumentId,
                why.Message,
                why.IsOutage ? now : now + MirrorPauses.OfDocument(errand.Attempts),
                errand.Revision,
            ],
            cancel
        );
        await RunAsync(
            connection,
            """
            update library.mirror_outbox set taken_until = null
            where mirror = $1 and document_id = $2 and revision <> $3
            """,
            [errand.Mirror, errand.DocumentId, errand.Revision],
            cancel
        );
        if (why.IsOutage)
            await PauseAsync(connection, errand.Mirror, why, now, cancel);
    }

    /// <summary>How each mirror stands.</summary>
    public async Task<IReadOnlyList<MirrorView>> ListAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            select m.name, m.target, m.failures, m.error, m.paused_until, m.delivered_at,
                count(o.document_id), count(o.document_id) filter (where o.attempts > 0 and o.due_at > $1),
                max(o.error) filter (where o.attempts > 0 and o.due_at > $1)
            from library.mirrors m left join library.mirror_outbox o on o.mirror = m.name
            group by m.name order by m.name
            """
        );
        command.Parameters.Add(new() { Value = now });
        var mirrors = new List<MirrorView>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var (failures, waiting, refused) = (row.GetInt32(2), row.GetInt64(6), row.GetInt64(7));
            mirrors.Add(
                new(
                    row.GetString(0),
                    row.GetString(1),
                    failures > 0 ? MirrorState.Down
                        : refused > 0 ? MirrorState.Refusing
                        : waiting > 0 ? MirrorState.Behind
                        : MirrorState.Current,
                    waiting,
                    refused,
                    row.IsDBNull(3) ? (row.IsDBNull(8) ? null : row.GetString(8)) : row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
                    row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5)
                )
            );
        }
        return mirrors;
    }

    private static async Task PauseAsync(
        NpgsqlConnection connection,
        string mirror,
        MirrorException why,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var read = new NpgsqlCommand("select failures from library.mirrors where name = $1", connection);
        read.Parameters.Add(new() { Value = mirror });
        if (await read.ExecuteScalarAsync(cancel) is not int failures)
            return;
        await RunAsync(
            connection,
            "update library.mirrors set failures = failures + 1, error = $2, paused_until = $3 where name = $1",
            [mirror, why.Message, now + MirrorPauses.OfMirror(failures, why.RetryAfter)],
            cancel
        );
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection,
        string sql,
        IReadOnlyList<object> values,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
