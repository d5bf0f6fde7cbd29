using Npgsql;

namespace Atelier.Videos.Making;

/// <summary>Which clip of a model belongs to which order.</summary>
internal sealed class ClipBook(NpgsqlDataSource database)
{
    public async Task<IReadOnlySet<string>> TakenAsync(string model, Guid otherThan, CancellationToken cancel)
    {
        await using var taken = database.CreateCommand(
            "select remote_id from videos.clip where model = $1 and key <> $2"
        );
        taken.Parameters.Add(new() { Value = model });
        taken.Parameters.Add(new() { Value = otherThan });
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await using var rows = await taken.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetString(0));
        return ids;
    }

    public async Task WriteAsync(
        Guid key,
        Guid videoId,
        string model,
        string remoteId,
        DateTimeOffset orderedAt,
        CancellationToken cancel
    )
    {
        await using var write = database.CreateCommand(
            """
            insert into videos.clip (key, video_id, model, remote_id, ordered_at)
            select $1, id, $3, $4, $5 from videos.video where id = $2
            on conflict (key) do nothing
            """
        );
        write.Parameters.Add(new() { Value = key });
        write.Parameters.Add(new() { Value = videoId });
        write.Parameters.Add(new() { Value = model });
        write.Parameters.Add(new() { Value = remoteId });
        write.Parameters.Add(new() { Value = orderedAt });
        await write.ExecuteNonQueryAsync(cancel);
    }
}
