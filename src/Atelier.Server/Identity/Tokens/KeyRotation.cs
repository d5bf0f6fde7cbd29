using Atelier.Audit.Contracts;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Atelier.Identity.Tokens;

/// <summary>Puts a new key in front of the others: when an admin asks for it, and by itself when the newest is old.</summary>
internal sealed class KeyRotation(
    KeyFile file,
    SigningKeys keys,
    NpgsqlDataSource database,
    IAuditTrail trail,
    IOptions<IdentityOptions> options,
    TimeProvider clock
)
{
    /// <summary>
    /// Until a new key signs: by then every node has read it, one on a network file system with a cache too.
    /// </summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(1);

    private const long OneAtATime = 0x6174656c6b657973; // "atelkeys"

    /// <summary>Twice within the lead adds one key.</summary>
    public Task RotateAsync(CancellationToken cancel) => AddAsync(_ => true, cancel);

    public async Task RotateWhenDueAsync(CancellationToken cancel)
    {
        if (IsDue(keys.Ring))
            await AddAsync(IsDue, cancel);
    }

    private bool IsDue(KeyRing ring) =>
        ring.Keys[0].SignsFrom is { } since && clock.GetUtcNow() >= since.AddDays(options.Value.SigningKeyDays);

    private async Task AddAsync(Func<KeyRing, bool> isWanted, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var one = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction);
        one.Parameters.Add(new() { Value = OneAtATime });
        await one.ExecuteNonQueryAsync(cancel);

        var (ring, now) = (file.Read(), clock.GetUtcNow());
        if (!(ring.Keys[0].SignsFrom > now) && isWanted(ring))
        {
            await trail.RecordAsync(transaction, new AuditEntry(AuditActions.SigningKeyAdded), cancel);
            file.Replace([KeyFile.NewKey(now + Lead), .. ring.LivingAt(now, keys.Overlap)]);
            await transaction.CommitAsync(CancellationToken.None);
        }
        keys.Reload();
    }
}
