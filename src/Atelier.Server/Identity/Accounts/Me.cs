using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

internal static class Me
{
    public static async Task<Results<Ok<UserView>, ProblemHttpResult>> Get(
        CurrentUser caller,
        IdentityDb db,
        CancellationToken cancel
    )
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == caller.Id, cancel);
        return user is null ? Gone.ToHttp() : TypedResults.Ok(UserView.Of(user));
    }

    public static Problem Gone => Problem.Unauthorized("account_gone", "This account does not exist any more.");
}
