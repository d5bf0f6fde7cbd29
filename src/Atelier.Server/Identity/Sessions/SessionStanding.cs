using System.Collections.Concurrent;
using Atelier.Identity.Contracts;
using Npgsql;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Looks a session or an API key up at most once a second, so that an access token dies with its session, and a key when it is revoked, on every node although no
/// request waits for the database in between. Nothing is announced, so nothing can be missed.
/// </summary>
internal sealed class SessionStanding(NpgsqlDataSource database, TimeProvider clock, bool adminsNeedFactor = false)
    : ISessions
{
    private const int MostRemembered = 10_000;
    private const string Standing = $"""
        select c.id,
            case
                when $3 and u.role = '{Roles.Admin}' and not exists (
                    select from identity.factor f where f.user_id = u.id and f.confirmed_at is not null
                ) then '{Roles.AdminWithoutFactor}'
                else u.role
            end
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

    public async Task<string?> RoleOfAsync(Guid session)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(session, out var known) && known.IsFresh(now))
            return await known.Role;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        // The question is shared by all who ask meanwhile, so nobody's leaving cancels it.
        var asked = new Known(LookUpAsync(session), now);
        _known[session] = asked;
        try
        {
            return await asked.Role;
        }
        catch (Exception)
        {
            _known.TryRemove(new(session, asked)); // the next request asks again
            throw;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, string>> RolesOfAsync(
        IReadOnlyCollection<Guid> sessions,
        CancellationToken cancel
    )
    {
        await using var select = database.CreateCommand(Standing);
        select.Parameters.Add(new() { Value = sessions.ToArray() });
        select.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        select.Parameters.Add(new() { Value = adminsNeedFactor });
        await using var rows = await select.ExecuteReaderAsync(cancel);
        var roles = new Dictionary<Guid, string>();
        while (await rows.ReadAsync(cancel))
            roles[rows.GetGuid(0)] = rows.GetString(1);
        return roles;
    }

    /// <summary>On the node where something ended it is over at once, on the others within the second.</summary>
    public void Forget() => _known.Clear();

    private async Task<string?> LookUpAsync(Guid session) =>
        (await RolesOfAsync([session], CancellationToken.None)).GetValueOrDefault(session);

    private sealed record Known(Task<string?> Role, DateTimeOffset AskedAt)
    {
        /// <summary>A clock set back must not keep an answer alive.</summary>
        public bool IsFresh(DateTimeOffset now) => now >= AskedAt && now - AskedAt < Fresh;
    }
}
