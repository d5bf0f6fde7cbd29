using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <param name="LastUsedAt">The login, or the last refresh of its tokens.</param>
/// <param name="IsCurrent">The one that is asking.</param>
/// <param name="Scopes">What it is limited to, when its client asked for less than the role has.</param>
internal sealed record SessionView(
    Guid Id,
    string Device,
    string Address,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    bool IsCurrent,
    IReadOnlyList<string>? Scopes
);

/// <summary>Where the caller is logged in, the latest login first.</summary>
internal static class ListSessions
{
    public static async Task<Results<Ok<Page<SessionView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser caller,
        IdentityDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var now = clock.GetUtcNow();
        var rows = await db
            .Sessions.Where(s => s.UserId == caller.Id && s.RevokedAt == null && s.ExpiresAt > now)
            .Where(s => after == null || s.Id < after)
            .OrderByDescending(s => s.Id)
            .Take(page.Take)
            .Select(s => new SessionView(
                s.Id,
                s.Device,
                s.Address,
                s.CreatedAt,
                s.LastUsedAt,
                s.ExpiresAt,
                s.Id == caller.SessionId,
                s.Scopes
            ))
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of(rows, session => session.Id));
    }
}
