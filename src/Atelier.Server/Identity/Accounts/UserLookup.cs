using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

internal static class UserLookup
{
    /// <summary>The account of an address, whatever its letters' case.</summary>
    public static Task<User?> FindByEmailAsync(this IdentityDb db, string email, CancellationToken cancel)
    {
        var address = email.ToLowerInvariant();
#pragma warning disable CA1862, CA1304, CA1311 // translated to lower(email), which the unique index is on
        return db.Users.SingleOrDefaultAsync(u => u.Email.ToLower() == address, cancel);
#pragma warning restore CA1862, CA1304, CA1311
    }
}
