using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

internal static class Me
{
    // Every page asks this first and often, so it is put into SQL once and for all.
    private static readonly Func<IdentityDb, Guid, CancellationToken, Task<User?>> Find = EF.CompileAsyncQuery(
        (IdentityDb db, Guid id, CancellationToken cancel) =>
            db.Users.AsNoTracking().SingleOrDefault(user => user.Id == id)
    );

    public static async Task<Results<Ok<UserView>, ProblemHttpResult>> Get(
        CurrentUser caller,
        IdentityDb db,
        CancellationToken cancel
    )
    {
        var user = await Find(db, caller.Id, cancel);
        return user is null ? Gone.ToHttp() : TypedResults.Ok(UserView.Of(user));
    }

    public static Problem Gone => Problem.Unauthorized("account_gone", "This account does not exist any more.");
}
