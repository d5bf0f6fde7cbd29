using System.Collections.Concurrent;
using Atelier.Identity.Accounts;
using Atelier.Identity.Contracts;
using Npgsql;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Looks a session or an API key up at most once a second, with the person behind it, so that an access token dies with its session, and a key when it is revoked,
/// on every node although no request waits for the database in between. Nothing is announced, so nothing can be missed.
/// </summary>
internal sealed class SessionStanding(NpgsqlDataSource database, TimeProvider clock, bool adminsNeedFactor = false)
    : ISessions
{
    private const int MostRemembered = 10_000;
    private const string Standings = $"""
        select c.id,
            case
                when $3 and u.role = '{Roles.Admin}' and not exists (
                    select from identity.factor f where f.user_id = u.id and f.confirmed_at is not null
                ) then '{Roles.AdminWithoutFactor}'
                else u.role
            end,
            u.id, u.email, u.name, u.role, u.password_expired, u.email_verified_at, u.created_at
        from (
            select id, user_id from identity.session where id = any($1) and revoked_at is null and expires_at > $2
            union all
            select id, user_id from identity.api_key where id = any($1) and expires_at > $2
        ) c
        join identity."user" u on u.id = c.user_id
        where u.disabled_at is null
        """;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private int _age; // how often all was forgotten

    public async Task<string?> RoleOfAsync(Guid credential) => (await FindAsync(credential))?.Role;

    /// <returns>What was true within the last second, and after the last write on this node; null when it has ended.</returns>
    public Task<Standing?> FindAsync(Guid credential)
    {
        var (now, age) = (clock.GetUtcNow(), Volatile.Read(ref _age));
        return _known.TryGetValue(credential, out var known) && known.IsFresh(now, age)
            ? known.Standing
            : AskAsync(credential, now, age);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> RolesOfAsync(
        IReadOnlyCollection<Guid> credentials,
        CancellationToken cancel
    ) => (await ReadAsync(credentials, cancel)).ToDictionary(found => found.Key, found => found.Value.Role);

    /// <summary>On the node where something was written it holds from the next request on, on the others within the second.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _age); // what is being read at this moment may be from before, too
        _known.Clear();
    }

    private async Task<Standing?> AskAsync(Guid credential, DateTimeOffset now, int age)
    {
        if (_known.Count >= MostRemembered)
            _known.Clear();
        // The question is shared by all who ask meanwhile, so nobody's leaving cancels it.
        var asked = new Known(LookUpAsync(credential), now, age);
        _known[credential] = asked;
        try
        {
            return await asked.Standing;
        }
        catch (Exception)
        {
            _known.TryRemove(new(credential, asked)); // the next request asks again
            throw;
        }
    }

    private async Task<Standing?> LookUpAsync(Guid credential) =>
        (await ReadAsync([credential], CancellationToken.None)).GetValueOrDefault(credential);

    private async Task<Dictionary<Guid, Standing>> ReadAsync(
        IReadOnlyCollection<Guid> credentials,
        CancellationToken cancel
    )
    {
        await using var select = database.CreateCommand(Standings);
        select.Parameters.Add(new() { Value = credentials.ToArray() });
        select.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        select.Parameters.Add(new() { Value = adminsNeedFactor });
        await using var rows = await select.ExecuteReaderAsync(cancel);
        var found = new Dictionary<Guid, Standing>();
        while (await rows.ReadAsync(cancel))
            found[rows.GetGuid(0)] = new(rows.GetString(1), PersonIn(rows));
        return found;
    }

    private static UserView PersonIn(NpgsqlDataReader row) =>
        new(
            row.GetGuid(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetBoolean(6),
            row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
            row.GetFieldValue<DateTimeOffset>(8)
        );

    private sealed record Known(Task<Standing?> Standing, DateTimeOffset AskedAt, int Age)
    {
        /// <summary>A clock set back must not keep an answer alive.</summary>
        public bool IsFresh(DateTimeOffset now, int age) => age == Age && now >= AskedAt && now - AskedAt < Fresh;
    }
}
