using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Identity.Factors;
using Atelier.Identity.Passwords;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Identity.Sessions;

/// <param name="Code">Of the second factor, where it is on.</param>
public sealed record StepUpRequest(
    [property: Required, StringLength(1000)] string Password,
    [property: StringLength(40)] string? Code = null
);

/// <summary>Proves anew who holds the session, so that for five minutes it may do what cannot be taken back.</summary>
internal static class StepUp
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        StepUpRequest request,
        CurrentUser caller,
        HttpContext http,
        IdentityDb db,
        PasswordWork passwords,
        FactorCheck factors,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var hash = await db
            .Users.Where(u => u.Id == caller.Id)
            .Select(u => u.PasswordHash)
            .SingleOrDefaultAsync(cancel);
        if (!await passwords.MatchesAsync(request.Password, hash, cancel))
            return Problem.Forbidden("wrong_password", "The password is wrong.").ToHttp();
        return await db.InTransactionAsync(FinishAsync, cancel);

        async Task<Results<NoContent, ProblemHttpResult>> FinishAsync(NpgsqlTransaction tx)
        {
            if (await factors.LockAsync(caller.Id, cancel) is { ConfirmedAt: not null } factor)
            {
                if (request.Code is null)
                    return CodeNeeded.ToHttp();
                var answer = await factors.JudgeAsync(factor, request.Code, tx, cancel);
                if (!answer.IsRight)
                    return answer.ToHttp(http, WrongCode);
            }
            var now = clock.GetUtcNow();
            await db
                .Sessions.Where(s => s.Id == caller.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.AuthenticatedAt, now), cancel);
            return TypedResults.NoContent();
        }
    }

    private static Problem CodeNeeded =>
        Problem.Forbidden("second_factor_required", "The password is right; the code of the second factor is missing.");

    private static Problem WrongCode => Problem.Forbidden("wrong_code", "This code is wrong, or was used before.");
}
