using System.Security.Cryptography;
using System.Text;
using Atelier.Platform.Outgoing;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Campaigns.Fetching;

/// <summary>What last came from an address.</summary>
internal sealed record KeptPage(
    string? ETag,
    string? LastModified,
    string? ContentType,
    string? RobotsTag,
    string? Links,
    byte[] Body,
    string Sha256
)
{
    public static KeptPage Of(OutgoingAnswer answer) =>
        new(
            answer.Headers.GetValueOrDefault("ETag"),
            answer.Headers.GetValueOrDefault("Last-Modified"),
            answer.Headers.GetValueOrDefault("Content-Type"),
            answer.Headers.GetValueOrDefault("X-Robots-Tag"),
            answer.Headers.GetValueOrDefault("Link"),
            answer.Body,
            Convert.ToHexStringLower(SHA256.HashData(answer.Body))
        );

    /// <summary>Without a mark of its version it cannot be asked for again more cheaply.</summary>
    public bool IsWorthKeeping => ETag is not null || LastModified is not null;
}

/// <summary>Pages as they last were, so that an unchanged one is not sent again; public, so kept once for everybody.</summary>
internal sealed class KeptPages(NpgsqlDataSource database, TimeProvider clock)
{
    private const int LargestKept = 10 * 1024 * 1024;

    private const string Save = """
        insert into campaigns.kept_pages
            (key, address, etag, last_modified, content_type, robots_tag, links, body, sha256, kept_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (key) do update set etag = $3, last_modified = $4, content_type = $5, robots_tag = $6, links = $7,
            body = $8, sha256 = $9, kept_at = $10
        """;

    public async Task<KeptPage?> FindAsync(Uri address, CancellationToken cancel)
    {
        await using var find = database.CreateCommand(
            """
            select etag, last_modified, content_type, robots_tag, links, body, sha256
            from campaigns.kept_pages where key = $1
            """
        );
        find.Parameters.Add(new() { Value = KeyOf(address) });
        await using var row = await find.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(Text(0), Text(1), Text(2), Text(3), Text(4), row.GetFieldValue<byte[]>(5), row.GetString(6));
    }

    public async Task KeepAsync(Uri address, KeptPage page, CancellationToken cancel)
    {
        if (!page.IsWorthKeeping || page.Body.Length > LargestKept)
            return;
        await using var save = database.CreateCommand(Save);
        save.Parameters.Add(new() { Value = KeyOf(address) });
        save.Parameters.Add(new() { Value = address.AbsoluteUri });
        foreach (var text in (string?[])[page.ETag, page.LastModified, page.ContentType, page.RobotsTag, page.Links])
            save.Parameters.Add(
                new() { Value = (object?)text?.Replace("\0", "") ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
            );
        save.Parameters.Add(new() { Value = page.Body });
        save.Parameters.Add(new() { Value = page.Sha256 });
        save.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        await save.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>It is still so.</summary>
    public async Task ConfirmAsync(Uri address, CancellationToken cancel)
    {
        await using var confirm = database.CreateCommand("update campaigns.kept_pages set kept_at = $2 where key = $1");
        confirm.Parameters.Add(new() { Value = KeyOf(address) });
        confirm.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        await confirm.ExecuteNonQueryAsync(cancel);
    }

    private static byte[] KeyOf(Uri address) => SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri));
}
