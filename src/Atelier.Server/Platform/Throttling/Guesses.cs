using Atelier.Platform.Errors;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Platform.Throttling;

/// <summary>
/// Makes guessing slow: after a few wrong tries each further one has to wait twice as long as the one before. A try is
/// counted before the secret is looked at, so that many at once gain nothing, and a right one wipes the slate.
/// </summary>
internal sealed class Guesses(NpgsqlDataSource database, IOptions<ThrottleOptions> options, TimeProvider clock)
{
    private const string Count = """
        insert into platform.guess as g (key, tries, held_until, last_at) values ($1, 1, $2, $2)
        on conflict (key) do update set
            tries = case when g.held_until > $2 then g.tries when g.last_at < $6 then 1 else g.tries + 1 end,
            held_until = case
                when g.held_until > $2 then g.held_until
                when g.last_at < $6 or g.tries + 1 < $3 then $2
                else $2 + least($5, $4 * power(2, least(g.tries + 1 - $3, 30))) end,
            last_at = case when g.held_until > $2 then g.last_at else $2 end
        returning old.held_until
        """;

    /// <summary>Guesses longer ago do not count.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <param name="what">The kind of secret, such as <c>login</c>.</param>
    /// <param name="whose">Who guesses at whose secret: the delay is theirs alone, so nobody locks another out.</param>
    /// <returns>Null when the secret may be looked at; else the refusal, which is the same for a right one.</returns>
    public async Task<Problem?> TryAsync(string what, string whose, CancellationToken cancel)
    {
        var (now, limits) = (clock.GetUtcNow().ToUniversalTime(), options.Value);
        await using var count = database.CreateCommand(Count);
        count.Parameters.Add(new() { Value = Throttles.KeyOf(what, whose) });
        count.Parameters.Add(new() { Value = now });
        count.Parameters.Add(new() { Value = limits.FreeGuesses });
        count.Parameters.Add(new() { Value = TimeSpan.FromSeconds(limits.FirstWaitSeconds) });
        count.Parameters.Add(new() { Value = TimeSpan.FromSeconds(limits.LongestWaitSeconds) });
        count.Parameters.Add(new() { Value = now - Memory });
        return await count.ExecuteScalarAsync(cancel) is DateTime held && held > now
            ? Problem.TooMany(held - now.UtcDateTime)
            : null;
    }

    /// <summary>The secret was right: what came before is forgotten.</summary>
    public async Task RightAsync(string what, string whose, CancellationToken cancel)
    {
        await using var forget = database.CreateCommand("delete from platform.guess where key = $1");
        forget.Parameters.Add(new() { Value = Throttles.KeyOf(what, whose) });
        await forget.ExecuteNonQueryAsync(cancel);
    }
}
