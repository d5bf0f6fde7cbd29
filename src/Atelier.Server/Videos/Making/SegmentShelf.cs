using Atelier.Platform.Files;
using Npgsql;

namespace Atelier.Videos.Making;

/// <summary>Rendered segments, for the next try and for the next version. Safe for many at a time.</summary>
internal sealed class SegmentShelf(NpgsqlDataSource database, AssetStore assets, TimeProvider clock)
{
    public const string MediaType = "video/mp4";

    /// <returns>Where its file is, or null when it was never rendered or is gone.</returns>
    public async Task<string?> FindAsync(Guid videoId, string hash, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(
            "select sha256 from videos.segment where video_id = $1 and hash = $2"
        );
        find.Parameters.Add(new() { Value = videoId });
        find.Parameters.Add(new() { Value = hash });
        return await find.ExecuteScalarAsync(cancel) is string sha256 && assets.Exists(sha256) ? sha256 : null;
    }

    /// <param name="picture">What it shows, by which it is watched while others are still being rendered.</param>
    public async Task<string> KeepAsync(
        Guid videoId,
        string hash,
        string picture,
        int frames,
        string file,
        CancellationToken cancel
    )
    {
        await using var content = File.OpenRead(file);
        var asset = await assets.PutAsync(content, MediaType, cancel);
        await using var keep = database.CreateCommand(
            """
            insert into videos.segment (video_id, hash, sha256, frames, created_at, picture)
            select id, $2, $3, $4, $5, $6 from videos.video where id = $1
            on conflict (video_id, hash) do update set sha256 = excluded.sha256, created_at = excluded.created_at
            """
        );
        keep.Parameters.Add(new() { Value = videoId });
        keep.Parameters.Add(new() { Value = hash });
        keep.Parameters.Add(new() { Value = asset.Sha256 });
        keep.Parameters.Add(new() { Value = frames });
        keep.Parameters.Add(new() { Value = clock.GetUtcNow() });
        keep.Parameters.Add(new() { Value = picture });
        await keep.ExecuteNonQueryAsync(cancel);
        return asset.Sha256;
    }
}
