using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Accounts;

public sealed record UserFilter(
    [property: StringLength(100), Description("Part of the address or the name, in any case of letters.")]
        string? Search = null
);

/// <summary>Everybody with an account, the newest first.</summary>
internal static class ListUsers
{
    public static async Task<Results<Ok<Page<UserDetailView>>, ProblemHttpResult>> Get(
        [AsParameters] UserFilter filter,
        [AsParameters] PageRequest page,
        IdentityDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var users = UserSearch.Of(db, filter.Search).Where(u => after == null || u.Id < after);
        var rows = await users.OrderByDescending(u => u.Id).Take(page.Take).ToListAsync(cancel);
        return TypedResults.Ok(page.Of([.. rows.Select(UserDetailView.Of)], user => user.Id));
    }
}
