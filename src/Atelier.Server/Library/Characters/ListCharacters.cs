using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class ListCharacters
{
    /// <summary>The caller's own, newest first, of one project or one document when asked.</summary>
    public static async Task<Results<Ok<Page<CharacterSummary>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? projectId,
        Guid? documentId,
        CurrentUser user,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var rows = await db
            .Characters.Where(c => c.OwnerId == user.Id && (after == null || c.Id < after))
            .Where(c => projectId == null || c.ProjectId == projectId)
            .Where(c => documentId == null || c.DocumentId == documentId)
            .OrderByDescending(c => c.Id)
            .Take(page.Take)
            .Select(c => new
            {
                c.Id,
                c.ProjectId,
                c.Name,
                c.DocumentId,
                c.Person,
                c.AvatarSha256,
                c.CreatedAt,
                c.UpdatedAt,
            })
            .ToListAsync(ct);
        var views = rows.Select(c => new CharacterSummary(
                c.Id,
                c.ProjectId,
                c.Name,
                c.DocumentId,
                c.Person,
                CharacterViews.AvatarOf(c.Id, c.AvatarSha256),
                c.CreatedAt,
                c.UpdatedAt
            ))
            .ToList();
        return TypedResults.Ok(page.Of(views, view => view.Id));
    }
}
