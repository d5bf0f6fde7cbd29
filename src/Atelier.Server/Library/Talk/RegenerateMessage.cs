using Atelier.Library.Talk.Answering;
using Atelier.Library.Talk.Streaming;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal static class RegenerateMessage
{
    /// <summary>Another answer beside this one, or a first one to what was said. Streams as sending does.</summary>
    public static async Task<Results<EventStream, ProblemHttpResult>> Post(
        Guid chatId,
        Guid messageId,
        LibraryDb db,
        Conversation conversation,
        StoredStream streams,
        CancellationToken ct
    )
    {
        var message = await db
            .Messages.Where(m => m.Id == messageId && m.ChatId == chatId)
            .Select(m => new { m.Role, m.ParentId })
            .SingleOrDefaultAsync(ct);
        if (message is null)
            return GetMessage.Gone.ToHttp();
        var question = message.Role is MessageRole.User ? messageId : message.ParentId;
        if (question is not { } asked)
            return Problem
                .Conflict("message_is_greeting", "A greeting answers nothing. Choose another one instead.")
                .ToHttp();
        var (answer, refusal) = await conversation.AnswerAsync(chatId, asked, ct);
        return answer is { } begun ? streams.Follow(begun.Id, after: 0) : refusal!.ToHttp();
    }
}
