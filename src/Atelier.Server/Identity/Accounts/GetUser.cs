using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

internal static class GetUser
{
    public static async Task<Results<Ok<UserDetailView>, ProblemHttpResult>> Get(
        Guid userId,
        IdentityDb db,
        CancellationToken cancel
    )
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancel);
        return user is null ? Absent.ToHttp() : TypedResults.Ok(UserDetailView.Of(user));
    }

    public static Problem Absent => Problem.NotFound("user_not_found", "There is no such user.");
}
