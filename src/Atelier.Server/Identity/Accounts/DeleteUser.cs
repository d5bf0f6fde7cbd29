using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Accounts;

/// <summary>A person leaves, or an admin removes somebody. It cannot be taken back.</summary>
internal static class DeleteUser
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid userId,
        AccountRemoval removal,
        CancellationToken cancel
    ) => await removal.RunAsync(userId, cancel) is { } problem ? problem.ToHttp() : TypedResults.NoContent();

    public static Task<Results<NoContent, ProblemHttpResult>> DeleteMe(
        CurrentUser caller,
        AccountRemoval removal,
        CancellationToken cancel
    ) => Delete(caller.Id, removal, cancel);
}
