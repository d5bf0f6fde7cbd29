using System.Globalization;
using Atelier.Library.Talk.Streaming;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

internal static class StreamMessage
{
    /// <summary>The events of an answer from the beginning, or from behind the one that was seen last; ends with done.</summary>
    public static async Task<Results<EventStream, ProblemHttpResult>> Get(
        Guid chatId,
        Guid messageId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        LibraryDb db,
        StoredStream streams,
        CancellationToken ct
    )
    {
        var after = 0;
        if (
            !string.IsNullOrEmpty(lastEventId)
            && !int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out after)
        )
            return Problem.Invalid("Last-Event-ID", "This is no event of this stream.").ToHttp();
        var role = await db
            .Messages.Where(m => m.Id == messageId && m.ChatId == chatId)
            .Select(m => (MessageRole?)m.Role)
            .SingleOrDefaultAsync(ct);
        return role switch
        {
            null => GetMessage.Gone.ToHttp(),
            MessageRole.User => Problem.Conflict("message_is_yours", "Only answers are streamed.").ToHttp(),
            _ => streams.Follow(messageId, after),
        };
    }
}
