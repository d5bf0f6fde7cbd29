using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <summary>
/// Knows browsers again by a cookie that a login leaves behind. It opens nothing; it only keeps a person from waiting for
/// what others guessed elsewhere.
/// </summary>
internal sealed class KnownDevices(IdentityDb db, TimeProvider clock)
{
    public static readonly TimeSpan Memory = TimeSpan.FromDays(365);
    private static readonly HostCookie Cookie = new("atelier_device", Memory);

    /// <param name="email">In lower case.</param>
    /// <returns>What tells this device from others; null when nobody of this address has logged in on it.</returns>
    public async Task<string?> FindAsync(HttpContext http, string email, CancellationToken cancel)
    {
        if (Cookie.Read(http) is not { } token)
            return null;
        var (hash, since) = (RefreshToken.HashOf(token), clock.GetUtcNow() - Memory);
#pragma warning disable CA1862, CA1304, CA1311 // translated to lower(email), which the unique index is on
        var knows = await db
            .KnownDevices.Where(d => d.Hash == hash && d.LastLoginAt > since)
            .AnyAsync(d => db.Users.Any(u => u.Id == d.UserId && u.Email.ToLower() == email), cancel);
#pragma warning restore CA1862, CA1304, CA1311
        return knows ? Convert.ToHexStringLower(hash) : null;
    }

    /// <summary>A device that somebody else has used keeps its cookie, so that a household shares a browser.</summary>
    public async Task RememberAsync(HttpContext http, Guid user, CancellationToken cancel)
    {
        var token = await OwnTokenAsync(http, cancel) ?? RefreshToken.NewText();
        var (hash, now) = (RefreshToken.HashOf(token), clock.GetUtcNow().ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into identity.known_device (hash, user_id, last_login_at) values ({hash}, {user}, {now})
            on conflict (hash, user_id) do update set last_login_at = excluded.last_login_at
            """,
            cancel
        );
        Cookie.Set(http, token);
    }

    /// <summary>Only a token that the studio gave out itself is used again.</summary>
    private async Task<string?> OwnTokenAsync(HttpContext http, CancellationToken cancel)
    {
        if (Cookie.Read(http) is not { } token)
            return null;
        var hash = RefreshToken.HashOf(token);
        return await db.KnownDevices.AnyAsync(d => d.Hash == hash, cancel) ? token : null;
    }
}
