using Atelier.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <param name="MessageId">The way that leads to it, and on from there, is shown from now on.</param>
public sealed record ChoosePathRequest(Guid MessageId);

internal static class ChoosePath
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Put(
        Guid chatId,
        ChoosePathRequest request,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (!await db.Messages.AnyAsync(m => m.Id == request.MessageId && m.ChatId == chatId, ct))
            return GetMessage.Gone.ToHttp();
        await db.InTransactionAsync(
            async transaction =>
            {
                await ChatTree.ShowAsync(transaction, chatId, request.MessageId, ct);
                return true;
            },
            ct
        );
        return TypedResults.NoContent();
    }
}
