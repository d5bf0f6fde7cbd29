using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <summary>What is absent stays as it is.</summary>
/// <param name="Horizon">0 lifts it.</param>
public sealed record ChangeChatRequest(
    [property: StringLength(Chat.LongestTitle, MinimumLength = 1)] string? Title = null,
    [property: StringLength(80, MinimumLength = 1)] string? UserName = null,
    [property: Range(0, 100_000)] int? Horizon = null
);

internal static class ChangeChat
{
    public static async Task<Results<Ok<ChatView>, ProblemHttpResult>> Patch(
        Guid chatId,
        ChangeChatRequest request,
        LibraryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var chat = await db.Chats.SingleOrDefaultAsync(c => c.Id == chatId, ct);
        if (chat is null)
            return GetChat.Gone.ToHttp();
        chat.Change(request.Title, request.UserName, request.Horizon, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(chat.ToView());
    }
}
