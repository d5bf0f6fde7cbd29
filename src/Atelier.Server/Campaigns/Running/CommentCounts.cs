using Npgsql;

namespace Atelier.Campaigns.Running;

/// <summary>How many drafts of a campaign are in which state.</summary>
internal sealed class CommentCounts(NpgsqlDataSource database)
{
    private const string Counts = """
        select state, count(*)::int from campaigns.comments where campaign_id = $1 group by state
        """;

    public async Task<IReadOnlyDictionary<string, int>> OfAsync(Guid campaign, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Counts);
        command.Parameters.Add(new() { Value = campaign });
        var counts = new Dictionary<string, int>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            counts[row.GetString(0)] = row.GetInt32(1);
        return counts;
    }
}
