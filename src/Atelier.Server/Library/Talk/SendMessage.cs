using System.ComponentModel.DataAnnotations;
using Atelier.Library.Talk.Answering;
using Atelier.Library.Talk.Streaming;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <param name="ParentId">What it answers; the end of the way that is shown when left out.</param>
/// <param name="MessageId">Chosen by the caller (UUID). Sent again with the same one, the message is not said twice: the stream goes on.</param>
public sealed record SendMessageRequest(
    [property:
        StringLength(Message.Longest, MinimumLength = 1),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The message must not be blank.")
    ]
        string Content,
    Guid? ParentId = null,
    Guid? MessageId = null
);

internal static class SendMessage
{
    /// <summary>
    /// Says something, and streams the answer as server-sent events: start, retrieval, delta, citation, usage, error, done.
    /// The answer is written whether anybody listens or not.
    /// </summary>
    public static async Task<Results<EventStream, ProblemHttpResult>> Post(
        Guid chatId,
        SendMessageRequest request,
        LibraryDb db,
        Conversation conversation,
        StoredStream streams,
        CancellationToken ct
    )
    {
        if (request.MessageId is { } again && await AnswerOfAsync(db, chatId, again, ct) is { } running)
            return streams.Follow(running, after: 0);
        if (
            request.ParentId is { } parent
            && !await db.Messages.AnyAsync(m => m.Id == parent && m.ChatId == chatId, ct)
        )
            return GetMessage.Gone.ToHttp();
        var (answer, refusal) = await conversation.SayAsync(
            chatId,
            request.ParentId,
            request.Content,
            request.MessageId,
            ct
        );
        return answer is { } begun ? streams.Follow(begun.Id, after: 0) : refusal!.ToHttp();
    }

    private static async Task<Guid?> AnswerOfAsync(LibraryDb db, Guid chat, Guid said, CancellationToken ct) =>
        await db
            .Messages.Where(m => m.ChatId == chat && m.ParentId == said && m.Role == MessageRole.Assistant)
            .OrderBy(m => m.Id)
            .Select(m => (Guid?)m.Id)
            .FirstOrDefaultAsync(ct);
}
