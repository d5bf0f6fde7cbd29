using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Campaigns.Fetching;

/// <param name="Holder">Null when it is not one's turn.</param>
/// <param name="Wait">Until it is worth asking again.</param>
/// <param name="Blocked">A moderator does not want this host read.</param>
/// <param name="PausedUntil">It failed too often, or a moderator lets it rest.</param>
internal sealed record Turn(
    Guid? Holder,
    TimeSpan Wait = default,
    bool Blocked = false,
    DateTimeOffset? PausedUntil = null,
    string? Reason = null
);

/// <summary>How a request ended, as far as the host is concerned.</summary>
/// <param name="Failed">It is down, overloaded or too slow.</param>
/// <param name="ComeBackAfter">What it asked for.</param>
internal sealed record HostReport(bool Failed, int? Status = null, TimeSpan? ComeBackAfter = null);

/// <summary>
/// Whose turn it is at a host: one request at a time and a pause after each, over all nodes. A turn is one guarded
/// statement; what a crashed node held falls back after a minute.
/// </summary>
internal sealed class HostTurns(NpgsqlDataSource database, IOptions<CrawlOptions> options, TimeProvider clock)
{
    public const int MostFailures = 3;

    private const double FirstBackOffSeconds = 30;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(60); // a fetch takes half of it at most
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    private const string Take = """
        insert into campaigns.hosts as h (host, next_at, holder, held_until) values ($1, $2 + $4, $3, $2 + $5)
        on conflict (host) do update set next_at = $2 + $4, holder = $3, held_until = $2 + $5
        where not h.blocked and h.next_at <= $2 and coalesce(h.paused_until <= $2, true)
            and coalesce(h.last_at + $4 <= $2, true) and (h.holder is null or h.held_until <= $2)
        returning 1
        """;

    private const string Look =
        "select blocked, paused_until, reason, greatest(next_at, last_at + $2) from campaigns.hosts where host = $1";

    // The pause counts from the end of the request. 2^n * 30 s, at most half an hour, unless the host says something else.
    private const string GiveBack = """
        update campaigns.hosts set holder = null, held_until = null, last_at = $3, last_status = $4,
            failures = case when $5 then failures + 1 else 0 end,
            next_at = $3 + greatest($6, $7, case when $5 then $8 * least(2 ^ failures, 60) else interval '0' end),
            paused_until = case when $5 and failures + 1 >= $9 then $3 + $10 else paused_until end,
            reason = case when $5 and failures + 1 >= $9 then 'It failed ' || failures + 1 || ' times in a row.' else reason end
        where host = $1 and holder = $2
        """;

    public async Task<Turn> TryTakeAsync(string host, TimeSpan delay, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var holder = Guid.CreateVersion7(now);
        await using (var take = Command(Take, host, now, holder, delay, Held))
            if (await take.ExecuteScalarAsync(cancel) is not null)
                return new(holder);
        await using var look = Command(Look, host, delay);
        await using var row = await look.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return new(null, AskAgain);
        var reason = await row.IsDBNullAsync(2, cancel) ? null : row.GetString(2);
        if (row.GetBoolean(0))
            return new(null, Blocked: true, Reason: reason);
        if (!await row.IsDBNullAsync(1, cancel) && row.GetFieldValue<DateTimeOffset>(1) is var until && until > now)
            return new(null, PausedUntil: until, Reason: reason);
        var wait = row.GetFieldValue<DateTimeOffset>(3) - now;
        return new(null, wait > AskAgain ? wait : AskAgain);
    }

    public async Task GiveBackAsync(string host, Guid holder, TimeSpan delay, HostReport report)
    {
        var backOff = TimeSpan.FromSeconds(FirstBackOffSeconds * (1 + RandomNumberGenerator.GetInt32(250) / 1000.0));
        await using var give = Command(
            GiveBack,
            host,
            holder,
            clock.GetUtcNow().ToUniversalTime(),
            (object?)report.Status ?? DBNull.Value,
            report.Failed,
            delay,
            report.ComeBackAfter ?? TimeSpan.Zero,
            backOff,
            MostFailures,
            TimeSpan.FromMinutes(options.Value.PauseMinutes)
        );
        // Also when whoever asked has gone: the host is not to stay held.
        await give.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(
                value is DBNull
                    ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer }
                    : new() { Value = value }
            );
        return command;
    }
}
