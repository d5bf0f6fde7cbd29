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
        var users = db.Users.AsNoTracking().Where(u => after == null || u.Id < after);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var part = $"%{Literally(filter.Search.Trim())}%";
            users = users.Where(u => EF.Functions.ILike(u.Email, part, @"\") || EF.Functions.ILike(u.Name, part, @"\"));
        }
        var rows = await users.OrderByDescending(u => u.Id).Take(page.Take).ToListAsync(cancel);
        return TypedResults.Ok(page.Of([.. rows.Select(UserDetailView.Of)], user => user.Id));
    }

    private static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
