using System.Security.Cryptography;
using System.Text;
using Atelier.Platform.Errors;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform.Throttling;

/// <summary>
/// Counts in PostgreSQL, one statement a time, so that a limit holds over all nodes and outlives each of them. A row
/// holds one instant: when everything is regained (the generic cell rate algorithm).
/// </summary>
internal sealed class Throttles(NpgsqlDataSource database, IOptions<ThrottleOptions> options, TimeProvider clock)
{
    private const string Take = """
        insert into platform.throttle as t (key, full_at) values ($1, $2 + $3)
        on conflict (key) do update set full_at =
            case when greatest(t.full_at, $2) + $3 <= $2 + $4 then greatest(t.full_at, $2) + $3 else t.full_at end
        returning old.full_at, new.full_at
        """;

    /// <summary>Counts one more of <paramref name="whose"/>.</summary>
    /// <returns>Null when it is allowed; else the refusal, and nothing was counted.</returns>
    public async Task<Problem?> TakeAsync(ThrottlePolicy policy, string whose, CancellationToken cancel) =>
        await TakeAsync(policy, whose, count: 1, cancel) is { } wait ? Problem.TooMany(wait) : null;

    /// <returns>How long it takes until so many are allowed; null when they are, and are counted.</returns>
    public async Task<TimeSpan?> TakeAsync(ThrottlePolicy policy, string whose, int count, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var cost = CostOf(policy) * count;
        await using var take = database.CreateCommand(Take);
        take.Parameters.Add(new() { Value = KeyOf(policy.Name, whose) });
        take.Parameters.Add(new() { Value = now });
        take.Parameters.Add(new() { Value = cost });
        take.Parameters.Add(new() { Value = policy.Window });
        await using var row = await take.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        if (await row.IsDBNullAsync(0, cancel))
            return null;
        var (before, after) = (row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1));
        return after == before ? before + cost - (now + policy.Window) : null;
    }

    /// <summary>Takes one count back, as when it turned out to be a right password.</summary>
    public async Task GiveBackAsync(ThrottlePolicy policy, string whose, CancellationToken cancel)
    {
        await using var give = database.CreateCommand(
            "update platform.throttle set full_at = full_at - $2 where key = $1"
        );
        give.Parameters.Add(new() { Value = KeyOf(policy.Name, whose) });
        give.Parameters.Add(new() { Value = CostOf(policy) });
        await give.ExecuteNonQueryAsync(cancel);
    }

    public int LimitOf(ThrottlePolicy policy) => policy.Limit(options.Value);

    /// <summary>Hashed: who asked for what is nobody's business, and people type passwords into the wrong field.</summary>
    internal static byte[] KeyOf(string what, string whose) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{whose}"));

    private TimeSpan CostOf(ThrottlePolicy policy) => policy.Window / LimitOf(policy);
}
