using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Talk;

internal static class GetMessage
{
    public static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Get(
        Guid chatId,
        Guid messageId,
        LibraryDb db,
        CancellationToken ct
    ) => await db.ViewsAsync(chatId, [messageId], ct) is [var view] ? TypedResults.Ok(view) : Gone.ToHttp();

    public static Problem Gone => Problem.NotFound("message_not_found", "There is no such message in this chat.");
}
