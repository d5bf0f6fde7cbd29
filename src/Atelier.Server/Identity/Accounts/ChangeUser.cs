using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Accounts;

/// <summary>What is absent stays as it is.</summary>
public sealed record ChangeUserRequest(
    [property: RegularExpression("admin|moderator|user", ErrorMessage = "The role must be admin, moderator or user.")]
        string? Role = null,
    bool? Disabled = null
);

internal static class ChangeUser
{
    public static async Task<Results<Ok<UserDetailView>, ProblemHttpResult>> Patch(
        Guid userId,
        ChangeUserRequest request,
        UserRights rights,
        CancellationToken cancel
    )
    {
        var (user, problem) = await rights.ChangeAsync(userId, request.Role, request.Disabled, cancel);
        return user is null ? problem!.ToHttp() : TypedResults.Ok(UserDetailView.Of(user));
    }
}
