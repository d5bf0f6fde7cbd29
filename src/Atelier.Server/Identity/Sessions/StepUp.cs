using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Identity.Passwords;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

public sealed record StepUpRequest([property: Required, StringLength(1000)] string Password);

/// <summary>Proves anew who holds the session, so that for five minutes it may do what cannot be taken back.</summary>
internal static class StepUp
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        StepUpRequest request,
        CurrentUser caller,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var hash = await db
            .Users.Where(u => u.Id == caller.Id)
            .Select(u => u.PasswordHash)
            .SingleOrDefaultAsync(cancel);
        if (!await PasswordWork.MatchesAsync(request.Password, hash, cancel))
            return Problem.Forbidden("wrong_password", "The password is wrong.").ToHttp();
        var now = clock.GetUtcNow();
        await db
            .Sessions.Where(s => s.Id == caller.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.AuthenticatedAt, now), cancel);
        return TypedResults.NoContent();
    }
}
