using Atelier.Platform.Edge;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Atelier.Platform.Http.Idempotency;

/// <summary>What was said the first time.</summary>
internal sealed record KeptAnswer(int Status, string? MediaType, string? Location, byte[] Body);

/// <summary>How a request stands to those before it with its key.</summary>
/// <param name="Lease">Set when it is the first, and is the one to work.</param>
/// <param name="Answer">Null while the first is being answered.</param>
internal sealed record Standing(Guid? Lease, bool IsSameBody = true, KeptAnswer? Answer = null);

/// <summary>
/// One row a key. Who inserts it works; the row is theirs until their lease runs out, so that a node that died holds
/// nobody up, and no connection is held while they work.
/// </summary>
internal sealed class KeptAnswers(NpgsqlDataSource database, IOptions<EdgeOptions> edge, TimeProvider clock)
{
    private const string Claim = """
        insert into platform.kept_answer as k (id, user_id, fingerprint, lease, good_until) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set
            fingerprint = $3, lease = $4, good_until = $5, status = null, media_type = null, location = null, body = null
            where k.good_until < $6
        """;

    private const string Look = """
        select fingerprint = $2, status, media_type, location, body from platform.kept_answer where id = $1
        """;

    private const string Keep = """
        update platform.kept_answer set status = $3, media_type = $4, location = $5, body = $6, good_until = $7
        where id = $1 and lease = $2
        """;

    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>A little longer than any request has, so that it ends as one without a key does.</summary>
    public TimeSpan WorkTime => TimeSpan.FromSeconds(edge.Value.RequestSeconds + 5);

    /// <summary>With room for work that is slow to stop.</summary>
    public TimeSpan LeaseTime => WorkTime + TimeSpan.FromSeconds(30);

    private DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    /// <returns>Null when the first one just failed: ask again.</returns>
    public async Task<Standing?> StandAsync(KeyedRequest request, CancellationToken cancel)
    {
        var now = Now;
        var lease = Guid.CreateVersion7(now);
        await using var claim = database.CreateCommand(Claim);
        foreach (object value in (object[])[request.Id, request.User, request.Fingerprint, lease, now + LeaseTime, now])
            claim.Parameters.Add(new() { Value = value });
        if (await claim.ExecuteNonQueryAsync(cancel) == 1)
            return new(lease);

        await using var look = database.CreateCommand(Look);
        look.Parameters.Add(new() { Value = request.Id });
        look.Parameters.Add(new() { Value = request.Fingerprint });
        await using var row = await look.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var answer = row.IsDBNull(1)
            ? null
            : new KeptAnswer(row.GetInt32(1), Text(row, 2), Text(row, 3), row.GetFieldValue<byte[]>(4));
        return new(Lease: null, row.GetBoolean(0), answer);
    }

    public async Task KeepAsync(KeyedRequest request, Guid lease, KeptAnswer answer)
    {
        await using var keep = database.CreateCommand(Keep);
        keep.Parameters.Add(new() { Value = request.Id });
        keep.Parameters.Add(new() { Value = lease });
        keep.Parameters.Add(new() { Value = answer.Status });
        keep.Parameters.Add(Text(answer.MediaType));
        keep.Parameters.Add(Text(answer.Location));
        keep.Parameters.Add(new() { Value = answer.Body });
        keep.Parameters.Add(new() { Value = Now + Life });
        await keep.ExecuteNonQueryAsync();
    }

    /// <summary>Nothing was made: the next one with this key is the first again.</summary>
    public async Task ReleaseAsync(KeyedRequest request, Guid lease)
    {
        await using var release = database.CreateCommand(
            "delete from platform.kept_answer where id = $1 and lease = $2"
        );
        release.Parameters.Add(new() { Value = request.Id });
        release.Parameters.Add(new() { Value = lease });
        await release.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
