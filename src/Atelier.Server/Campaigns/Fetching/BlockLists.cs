using Npgsql;

namespace Atelier.Campaigns.Fetching;

/// <summary>Hosts that are not read: the whole studio's list, which moderators keep, and each person's own.</summary>
internal sealed class BlockLists(NpgsqlDataSource database)
{
    private const string Find = """
        select 'This host is on the studio''s block list' || coalesce(': ' || reason, '.') from campaigns.hosts
        where blocked and host = any($1)
        union all
        select 'This host is on your block list' || coalesce(': ' || reason, '.') from campaigns.host_blocks
        where owner_id = $2 and host = any($1)
        limit 1
        """;

    /// <returns>Why it is not read; null when it may be.</returns>
    public async Task<string?> FindAsync(Guid owner, Uri address, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(Find);
        find.Parameters.Add(new() { Value = HostName.Covering(address).ToArray() });
        find.Parameters.Add(new() { Value = owner });
        return await find.ExecuteScalarAsync(cancel) as string;
    }
}
