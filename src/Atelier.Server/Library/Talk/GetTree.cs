using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <param name="Beginning">The first characters of what was said.</param>
public sealed record TreeMessage(
    Guid Id,
    Guid? ParentId,
    Guid? ActiveChild,
    MessageRole Role,
    MessageState State,
    string Beginning
);

/// <param name="ActiveChild">The first message of the way that is shown.</param>
public sealed record ChatTreeView(Guid? ActiveChild, IReadOnlyList<TreeMessage> Messages);

internal static class GetTree
{
    private const int Beginning = 80;

    /// <summary>Every message there is, in the order they were made, for a map of the chat.</summary>
    public static async Task<Results<Ok<ChatTreeView>, ProblemHttpResult>> Get(
        Guid chatId,
        LibraryDb db,
        CancellationToken ct
    )
    {
        var chat = await db
            .Chats.Where(c => c.Id == chatId)
            .Select(c => new { c.ActiveChild })
            .SingleOrDefaultAsync(ct);
        if (chat is null)
            return GetChat.Gone.ToHttp();
        var messages = await db
            .Messages.Where(m => m.ChatId == chatId)
            .OrderBy(m => m.Id)
            .Select(m => new TreeMessage(
                m.Id,
                m.ParentId,
                m.ActiveChild,
                m.Role,
                m.State,
                m.Content.Substring(0, Beginning)
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(new ChatTreeView(chat.ActiveChild, messages));
    }
}
