using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal static class DeleteChat
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid chatId,
        LibraryDb db,
        CancellationToken ct
    ) =>
        await db.Chats.Where(c => c.Id == chatId).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : GetChat.Gone.ToHttp();
}
