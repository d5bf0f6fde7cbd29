using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal static class ListChats
{
    /// <summary>Of one character, newest first.</summary>
    public static async Task<Results<Ok<Page<ChatView>>, ProblemHttpResult>> Get(
        Guid characterId,
        [AsParameters] PageRequest page,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.CharacterId == characterId && (after == null || c.Id < after))
            .OrderByDescending(c => c.Id)
            .Take(page.Take)
            .ToListAsync(ct);
        return TypedResults.Ok(page.Of([.. chats.Select(chat => chat.ToView())], view => view.Id));
    }
}
