using System.ComponentModel.DataAnnotations;
using Atelier.Library.Talk.Answering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

public sealed record AddVersionRequest(
    [property:
        StringLength(Message.Longest, MinimumLength = 1),
        RegularExpression(@"(?s).*\S.*", ErrorMessage = "The message must not be blank.")
    ]
        string Content
);

/// <param name="AnswerId">The answer that is being written to it: follow its stream. Null for a character's message.</param>
public sealed record AddedVersionView(MessageView Message, Guid? AnswerId);

internal static class AddVersion
{
    /// <summary>Says something otherwise: a new version beside the old one. The person's own words are answered anew.</summary>
    public static async Task<Results<Created<AddedVersionView>, ProblemHttpResult>> Post(
        Guid chatId,
        Guid messageId,
        AddVersionRequest request,
        LibraryDb db,
        Conversation conversation,
        CancellationToken ct
    )
    {
        var old = await db
            .Messages.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Id == messageId && m.ChatId == chatId, ct);
        if (old is null)
            return GetMessage.Gone.ToHttp();
        var (said, answer, refusal) = await conversation.ReviseAsync(old, request.Content, ct);
        if (refusal is not null)
            return refusal.ToHttp();
        var view = (await db.ViewsAsync(chatId, [said!.Id], ct)).Single();
        return TypedResults.Created(
            $"/api/v1/chats/{chatId}/messages/{said.Id}",
            new AddedVersionView(view, answer?.Id)
        );
    }
}
