using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class GetCharacter
{
    public static async Task<Results<Ok<CharacterView>, ProblemHttpResult>> Get(
        Guid characterId,
        LibraryDb db,
        CancellationToken ct
    ) =>
        await db.Characters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == characterId, ct) is { } character
            ? TypedResults.Ok(character.ToView())
            : Gone.ToHttp();

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("character_not_found", "There is no such character.");

    public static Problem Changed =>
        Problem.Conflict("character_changed", "Somebody changed this character meanwhile. Load it and try again.");
}
