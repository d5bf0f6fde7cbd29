using Atelier.Identity.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Passwords;

/// <summary>An admin takes a password away: the person's sessions end, and a mailed link leads to a new one.</summary>
internal static class ForceReset
{
    public static async Task<Results<Accepted, ProblemHttpResult>> Post(
        Guid userId,
        IdentityDb db,
        PasswordWork passwords,
        NewPassword newPassword,
        CancellationToken cancel
    )
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);
        if (user is null)
            return GetUser.Absent.ToHttp();
        var unknown = await passwords.MakeAsync(OneTimePassword.New(), cancel);
        await newPassword.TakeAsync(user, unknown, mailLink: true, details: null, cancel);
        return TypedResults.Accepted((string?)null);
    }
}
