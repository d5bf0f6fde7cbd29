using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Library.Cards;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

/// <param name="Version">The one that was seen; a character changed since is not overwritten. Left out, it is.</param>
/// <param name="ProjectId">The empty id takes it out of its project.</param>
public sealed record ChangeCharacterRequest(
    [property:
        StringLength(CardFields.LongestName, MinimumLength = 1),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The name must not be blank.")
    ]
        string? Name = null,
    Guid? ProjectId = null,
    int? Version = null
) : CardFields();

internal static class ChangeCharacter
{
    public static async Task<Results<Ok<CharacterView>, ProblemHttpResult>> Patch(
        Guid characterId,
        ChangeCharacterRequest request,
        CurrentUser user,
        IProjects projects,
        LibraryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var project = request.ProjectId == Guid.Empty ? null : request.ProjectId;
        if (await projects.ObjectionAsync(project, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var character = await db.Characters.SingleOrDefaultAsync(c => c.Id == characterId, ct);
        if (character is null)
            return GetCharacter.Gone.ToHttp();
        if (request.Version is { } seen && seen != character.Version)
            return GetCharacter.Changed.ToHttp();
        var now = clock.GetUtcNow();
        var card = CharacterCard.Parse(character.Card);
        if (request.Name is { } name)
            card.Name = name.Trim();
        request.WriteTo(card);
        card.Data["modification_date"] = now.ToUnixTimeSeconds();
        character.Rewrite(card, now);
        if (request.ProjectId is { } moved)
            character.Move(moved == Guid.Empty ? null : moved, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetCharacter.Changed.ToHttp();
        }
        return TypedResults.Ok(character.ToView());
    }
}
