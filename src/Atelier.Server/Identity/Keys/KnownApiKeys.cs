using System.Collections.Concurrent;
using Atelier.Identity.Contracts;
using Npgsql;

namespace Atelier.Identity.Keys;

/// <summary>
/// Finds whom a key stands for. What is in a key never changes, so it is read once; whether it still stands, and with
/// which role, is asked like a session's.
/// </summary>
internal sealed class KnownApiKeys(NpgsqlDataSource database, ISessions standing, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private const string ByHash = """
        select id, user_id, scopes, expires_at, last_used_at from identity.api_key where hash = $1
        """;
    private const string NoteUse = """
        update identity.api_key set last_used_at = $2
        where id = $1 and (last_used_at is null or last_used_at <= $2 - interval '1 minute')
        """;
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1); // a busy key is one write a minute, not one a call

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <returns>The caller's claims and the key's last moment; null when it is no key, or not any more.</returns>
    public async Task<(CallerIdentity Identity, DateTimeOffset ExpiresAt)?> FindAsync(string text, string scheme)
    {
        var hash = ApiKey.HashOf(text);
        var slot = Convert.ToHexString(hash);
        var known = _known.GetValueOrDefault(slot) ?? await ReadAsync(hash);
        if (known is null || await standing.RoleOfAsync(known.Id) is not { } role)
        {
            _known.TryRemove(slot, out _);
            return null;
        }
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[slot] = known;
        await NoteUseAsync(known);
        return (known.ToIdentity(role, scheme), known.ExpiresAt);
    }

    private async Task<Known?> ReadAsync(byte[] hash)
    {
        await using var select = database.CreateCommand(ByHash);
        select.Parameters.Add(new() { Value = hash });
        await using var rows = await select.ExecuteReaderAsync();
        return await rows.ReadAsync()
            ? new Known(
                rows.GetGuid(0),
                rows.GetGuid(1),
                rows.GetFieldValue<string[]>(2),
                rows.GetFieldValue<DateTimeOffset>(3)
            )
            {
                NotedAt = rows.IsDBNull(4) ? default : rows.GetFieldValue<DateTimeOffset>(4),
            }
            : null;
    }

    private async Task NoteUseAsync(Known known)
    {
        var now = clock.GetUtcNow();
        if (now - known.NotedAt < UsedEvery)
            return;
        known.NotedAt = now;
        await using var update = database.CreateCommand(NoteUse);
        update.Parameters.Add(new() { Value = known.Id });
        update.Parameters.Add(new() { Value = now.ToUniversalTime() });
        await update.ExecuteNonQueryAsync();
    }

    private sealed record Known(Guid Id, Guid UserId, string[] Scopes, DateTimeOffset ExpiresAt)
    {
        public DateTimeOffset NotedAt { get; set; }

        public CallerIdentity ToIdentity(string role, string scheme) =>
            new(
                [
                    ("sub", UserId.ToString()),
                    (CurrentUser.KeyClaim, Id.ToString()),
                    ("role", role),
                    ("scope", string.Join(' ', Roles.ScopesOf(role).Intersect(Scopes))),
                ],
                scheme
            );
    }
}
