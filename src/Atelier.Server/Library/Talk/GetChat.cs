using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal static class GetChat
{
    public static async Task<Results<Ok<ChatView>, ProblemHttpResult>> Get(
        Guid chatId,
        LibraryDb db,
        CancellationToken ct
    ) =>
        await db.Chats.AsNoTracking().SingleOrDefaultAsync(c => c.Id == chatId, ct) is { } chat
            ? TypedResults.Ok(chat.ToView())
            : Gone.ToHttp();

    public static Problem Gone => Problem.NotFound("chat_not_found", "There is no such chat.");
}
