using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class DeleteCharacter
{
    /// <summary>With its chats; an answer that is being written ends.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid characterId,
        LibraryDb db,
        CancellationToken ct
    ) =>
        await db.Characters.Where(c => c.Id == characterId).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : GetCharacter.Gone.ToHttp();
}
