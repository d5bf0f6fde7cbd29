using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>Finds people by a part of their address or name, taken literally and in any case of letters.</summary>
internal static class UserSearch
{
    public static IQueryable<User> Of(IdentityDb db, string? part)
    {
        if (string.IsNullOrWhiteSpace(part))
            return db.Users.AsNoTracking();
        var pattern = $"%{Literally(part.Trim())}%";
        return db
            .Users.AsNoTracking()
            .Where(u => EF.Functions.ILike(u.Email, pattern, @"\") || EF.Functions.ILike(u.Name, pattern, @"\"));
    }

    private static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
