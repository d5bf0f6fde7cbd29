using Npgsql;

namespace Atelier.Campaigns.Blogs.Following;

/// <summary>Which blogs are due: those whose owners follow them, and those that a campaign at work has read.</summary>
internal sealed class DueBlogs(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Due = """
        from campaigns.blogs b
        where b.next_poll_at <= $1 and b.state in ('ready', 'refused') and not b.terms_flag and b.id in (
            select id from campaigns.blogs where followed
            union
            select substring(s.name from 6)::uuid from campaigns.campaigns c
            join campaigns.steps s on s.run_id = c.run_id and s.name like 'read %'
            where c.state in ('queued', 'running', 'pausing'))
        """;

    /// <returns>Whose they are.</returns>
    public Task<IReadOnlyList<Guid>> OwnersAsync(CancellationToken cancel) =>
        ReadAsync($"select distinct b.owner_id {Due}", owner: null, most: null, cancel);

    /// <returns>Those of one person, the longest due first.</returns>
    public Task<IReadOnlyList<Guid>> OfAsync(Guid owner, int most, CancellationToken cancel) =>
        ReadAsync($"select b.id {Due} and b.owner_id = $2 order by b.next_poll_at limit $3", owner, most, cancel);

    private async Task<IReadOnlyList<Guid>> ReadAsync(string sql, Guid? owner, int? most, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(sql);
        find.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        if (owner is not null)
            find.Parameters.Add(new() { Value = owner });
        if (most is not null)
            find.Parameters.Add(new() { Value = most });
        var ids = new List<Guid>();
        await using var row = await find.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            ids.Add(row.GetGuid(0));
        return ids;
    }
}
