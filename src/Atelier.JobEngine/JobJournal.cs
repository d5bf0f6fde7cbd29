using Atelier.JobEngine.Nodes;
using Npgsql;

namespace Atelier.JobEngine;

/// <summary>How far a reader of the <see cref="JobJournal"/> has come; the reader stores it with what it did.</summary>
/// <param name="Settled">Everything up to this event was seen, for good.</param>
/// <param name="Mark">What lies up to here is settled once every transaction before <paramref name="MarkXid"/> is over.</param>
/// <param name="Read">What was visible up to here was seen.</param>
public sealed record JournalPlace(long Settled, long Mark, long MarkXid, long Read);

/// <param name="More">There may be more at once.</param>
public sealed record JournalPage(IReadOnlyList<JobEvent> Ends, JournalPlace Next, bool More);

/// <summary>
/// The ends of all jobs, none left out, for whoever must act on each. Ids of events are given before their commit, so a
/// smaller one may become visible later: what is new is read at once, and read again when no transaction is left that can
/// have been hidden. A reader therefore sees an end once or twice, and must know it again by job and seq.
/// </summary>
public static class JobJournal
{
    private const string Horizon = """
        select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint,
               (select coalesce(max(id), 0) from jobs.job_event)
        from pg_current_snapshot() s
        """;

    private const string Ends =
        EventReading.Rows + " where e.id > $1 and e.id <= $2 and e.type in (9, 10, 11) order by e.id limit $3";

    /// <summary>Reads on from a place, inside the transaction that stores what comes of it.</summary>
    /// <param name="isWanted">False when nobody cares for ends now: the place moves on and nothing is read.</param>
    public static async Task<JournalPage> ReadAsync(
        NpgsqlTransaction transaction,
        JournalPlace place,
        int limit,
        bool isWanted,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        var (oldest, next, newest) = await HorizonAsync(transaction, cancel);
        List<(long Id, JobEvent Event)> late = [];
        var isSettled = place.Settled == place.Mark && place.Mark >= newest;
        if (!isSettled && oldest >= place.MarkXid)
        {
            if (isWanted)
                late = await EndsAsync(transaction, place.Settled, place.Mark, limit, cancel);
            place =
                late.Count == limit
                    ? place with
                    {
                        Settled = late[^1].Id,
                    }
                    : place with
                    {
                        Settled = place.Mark,
                        Mark = Math.Max(newest, place.Mark),
                        MarkXid = next,
                    };
        }
        var isBehind = late.Count == limit;
        List<(long Id, JobEvent Event)> fresh = isWanted
            ? await EndsAsync(transaction, place.Read, long.MaxValue, limit, cancel)
            : [];
        place = place with
        {
            Read =
                fresh.Count == limit
                    ? fresh[^1].Id
                    : Math.Max(Math.Max(place.Read, newest), fresh.Count > 0 ? fresh[^1].Id : 0),
        };
        return new([.. late.Concat(fresh).Select(one => one.Event)], place, isBehind || fresh.Count == limit);
    }

    private static async Task<(long Oldest, long Next, long Newest)> HorizonAsync(
        NpgsqlTransaction transaction,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Horizon, transaction.Connection, transaction);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    private static async Task<List<(long, JobEvent)>> EndsAsync(
        NpgsqlTransaction transaction,
        long after,
        long upTo,
        int limit,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Ends, transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        command.Parameters.Add(new() { Value = limit });
        var ends = new List<(long, JobEvent)>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            ends.Add((row.GetInt64(0), EventReading.Event(row)));
        return ends;
    }
}
