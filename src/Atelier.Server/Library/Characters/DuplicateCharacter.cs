using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class DuplicateCharacter
{
    /// <summary>With its card, picture and files, without its chats.</summary>
    public static async Task<Results<Created<CharacterView>, ProblemHttpResult>> Post(
        Guid characterId,
        LibraryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var character = await db.Characters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == characterId, ct);
        if (character is null)
            return GetCharacter.Gone.ToHttp();
        var copy = character.Copy(clock.GetUtcNow());
        db.Characters.Add(copy);
        var files = await db.CharacterFiles.AsNoTracking().Where(f => f.CharacterId == characterId).ToListAsync(ct);
        db.CharacterFiles.AddRange(files.Select(file => file with { CharacterId = copy.Id }));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/characters/{copy.Id}", copy.ToView());
    }
}
