using System.Globalization;
using System.Text;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <summary>A message as it is taken away.</summary>
public sealed record ExportedMessage(
    Guid Id,
    Guid? ParentId,
    Guid? ActiveChild,
    MessageRole Role,
    MessageState State,
    string Content,
    IReadOnlyList<NumberedPassage> Passages,
    IReadOnlyList<Citation> Citations,
    string? Note,
    string? Model,
    DateTimeOffset CreatedAt
);

/// <summary>A chat with every version of every message.</summary>
/// <param name="ActiveChild">The first message of the way that is shown.</param>
public sealed record ExportedChat(ChatView Chat, Guid? ActiveChild, IReadOnlyList<ExportedMessage> Messages)
{
    internal ExportedChat(Chat chat, IEnumerable<Message> messages)
        : this(
            chat.ToView(),
            chat.ActiveChild,
            [
                .. messages.Select(m => new ExportedMessage(
                    m.Id,
                    m.ParentId,
                    m.ActiveChild,
                    m.Role,
                    m.State,
                    m.Content,
                    m.Passages,
                    m.Citations,
                    m.Note,
                    m.Model,
                    m.CreatedAt
                )),
            ]
        ) { }
}

internal static class ExportChat
{
    /// <summary>The whole tree as JSON, or the way that is shown as Markdown.</summary>
    public static async Task<Results<Ok<ExportedChat>, FileContentHttpResult, ProblemHttpResult>> Get(
        Guid chatId,
        string? format,
        LibraryDb db,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (format is not (null or "json" or "md"))
            return Problem.Invalid("format", "The format is one of json and md.").ToHttp();
        var chat = await db.Chats.AsNoTracking().SingleOrDefaultAsync(c => c.Id == chatId, ct);
        if (chat is null)
            return GetChat.Gone.ToHttp();
        var messages = await db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == chatId)
            .OrderBy(m => m.Id)
            .ToListAsync(ct);
        if (format is not "md")
            return TypedResults.Ok(new ExportedChat(chat, messages));
        var name = await db.Characters.Where(c => c.Id == chat.CharacterId).Select(c => c.Name).SingleAsync(ct);
        AssetDownload.Confine(http);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(Markdown(chat, name, messages)),
            "text/markdown",
            $"{FileSlug.Of(chat.Title, "chat")}.md"
        );
    }

    private static string Markdown(Chat chat, string name, IReadOnlyList<Message> messages)
    {
        var (byId, text) = (messages.ToDictionary(m => m.Id), new StringBuilder($"# {chat.Title}\n"));
        for (var next = chat.ActiveChild; next is { } id && byId.TryGetValue(id, out var said); next = said.ActiveChild)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n**{(said.Role is MessageRole.User ? chat.UserName : name)}:** {said.Content}\n"
            );
            foreach (var citation in said.Citations.Where(one => one.Start is not null))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n> [{citation.N}] chapter {ChapterOf(said, citation)}, {citation.Start} to {citation.End}\n"
                );
        }
        return text.ToString();
    }

    private static int? ChapterOf(Message said, Citation citation) =>
        said.Passages.FirstOrDefault(passage => passage.N == citation.N)?.Chapter;
}
