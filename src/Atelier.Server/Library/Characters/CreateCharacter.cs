using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Library.Cards;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Characters;

/// <summary>A character written by hand.</summary>
public sealed record CreateCharacterRequest(
    [property:
        StringLength(CardFields.LongestName, MinimumLength = 1),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The name must not be blank.")
    ]
        string Name,
    Guid? ProjectId = null
) : CardFields();

internal static class CreateCharacter
{
    public static async Task<Results<Created<CharacterView>, ProblemHttpResult>> Post(
        CreateCharacterRequest request,
        CurrentUser user,
        IProjects projects,
        LibraryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await projects.ObjectionAsync(request.ProjectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        var now = clock.GetUtcNow();
        var card = CharacterCard.Begin(request.Name.Trim());
        card.Data["creation_date"] = now.ToUnixTimeSeconds();
        request.WriteTo(card);
        var character = Character.Begin(user.Id, request.ProjectId, card, now);
        db.Characters.Add(character);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/characters/{character.Id}", character.ToView());
    }
}
