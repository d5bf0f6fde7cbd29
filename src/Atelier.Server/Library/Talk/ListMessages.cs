using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Talk;

internal static class ListMessages
{
    /// <summary>The way through the chat that is shown, newest first.</summary>
    public static async Task<Results<Ok<Page<MessageView>>, ProblemHttpResult>> Get(
        Guid chatId,
        [AsParameters] PageRequest page,
        LibraryDb db,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var way = await db.PathAsync(chatId, ct);
        way.Reverse();
        // A cursor that is not on the way any more begins where the way does.
        var from = after is { } last ? way.IndexOf(last) + 1 : 0;
        var views = await db.ViewsAsync(chatId, [.. way.Skip(from).Take(page.Take)], ct);
        return TypedResults.Ok(page.Of(views, view => view.Id));
    }
}
