namespace Atelier.Library.Talk;

/// <param name="Horizon">The last chapter the character knows of; null for the whole book.</param>
/// <param name="UserName">What the character calls the person.</param>
public sealed record ChatView(
    Guid Id,
    Guid CharacterId,
    string Title,
    string UserName,
    int? Horizon,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <param name="Number">Its place among the versions of this message, from 1.</param>
/// <param name="Versions">All of them, in the order they were made: what another way through the chat would show here.</param>
/// <param name="Passages">What the answer was given with.</param>
/// <param name="Note">What its reader should know, such as that a model failed and the book answers instead.</param>
/// <param name="Model">Who wrote an answer: a model's name, or <c>quotations</c>.</param>
public sealed record MessageView(
    Guid Id,
    Guid? ParentId,
    MessageRole Role,
    MessageState State,
    string Content,
    int Number,
    IReadOnlyList<Guid> Versions,
    IReadOnlyList<NumberedPassage> Passages,
    IReadOnlyList<Citation> Citations,
    string? Note,
    string? Model,
    string? ErrorCode,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt
);

internal static class TalkViews
{
    public static ChatView ToView(this Chat chat) =>
        new(chat.Id, chat.CharacterId, chat.Title, chat.UserName, chat.Horizon, chat.CreatedAt, chat.UpdatedAt);

    public static MessageView ToView(this Message message, IReadOnlyList<Guid> versions) =>
        new(
            message.Id,
            message.ParentId,
            message.Role,
            message.State,
            message.Content,
            versions.ToList().IndexOf(message.Id) + 1,
            versions,
            message.Passages,
            message.Citations,
            message.Note,
            message.Model,
            message.ErrorCode,
            message.CreatedAt,
            message.FinishedAt
        );
}
