using Atelier.JobEngine;
using Atelier.Library.Talk.Streaming;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Talk;

internal static class StopMessage
{
    /// <summary>Ends an answer where it is: what was written stays. One that has ended already is left as it is.</summary>
    public static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Delete(
        Guid chatId,
        Guid messageId,
        LibraryDb db,
        AnswerPen pen,
        JobClient jobs,
        CancellationToken ct
    )
    {
        // The row is closed first: from here on nothing is added, however long the job takes to notice.
        if (await pen.StopAsync(chatId, messageId, ct) is { } job)
            await jobs.CancelAsync(job, ct);
        return (await db.ViewsAsync(chatId, [messageId], ct)) is [var view]
            ? TypedResults.Ok(view)
            : GetMessage.Gone.ToHttp();
    }
}
