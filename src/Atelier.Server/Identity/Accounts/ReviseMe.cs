using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

/// <summary>What is absent stays as it is.</summary>
public sealed record ReviseMeRequest(
    [property:
        StringLength(80, MinimumLength = 1),
        RegularExpression(@".*\S.*", ErrorMessage = "The name must not be blank.")
    ]
        string? Name = null
);

internal static class ReviseMe
{
    public static async Task<Results<Ok<UserView>, ProblemHttpResult>> Patch(
        ReviseMeRequest request,
        CurrentUser caller,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == caller.Id, cancel);
        if (user is null)
            return Me.Gone.ToHttp();
        user.Rename(request.Name ?? user.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(UserView.Of(user));
    }
}
