using Atelier.Identity.Contracts;
using Atelier.Identity.Sessions;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Accounts;

internal static class Me
{
    /// <summary>Every page asks this first and often; it is answered from what the request's own check has just read.</summary>
    public static async Task<Results<Ok<UserView>, ProblemHttpResult>> Get(
        CurrentUser caller,
        SessionStanding standing
    ) => await standing.FindAsync(caller.CredentialId) is { } found ? TypedResults.Ok(found.Person) : Gone.ToHttp();

    public static Problem Gone => Problem.Unauthorized("account_gone", "This account does not exist any more.");
}
