using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Library.Cards;
using Atelier.Library.Characters;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Talk;

/// <param name="Title">The character's name when left out.</param>
/// <param name="UserName">What the character calls the person.</param>
/// <param name="Horizon">The character knows nothing behind this chapter.</param>
/// <param name="Greeting">0 for the first message, 1 for the first alternate greeting.</param>
public sealed record CreateChatRequest(
    [property: StringLength(Chat.LongestTitle)] string? Title = null,
    [property: StringLength(80)] string? UserName = null,
    [property: Range(1, 100_000)] int? Horizon = null,
    [property: Range(0, 100)] int Greeting = 0
);

internal static class CreateChat
{
    private const string You = "You";

    /// <summary>Begins with the character's greetings, each a version of the first message.</summary>
    public static async Task<Results<Created<ChatView>, ProblemHttpResult>> Post(
        Guid characterId,
        CreateChatRequest request,
        CurrentUser user,
        LibraryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var character = await db.Characters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == characterId, ct);
        if (character is null)
            return GetCharacter.Gone.ToHttp();
        var now = clock.GetUtcNow();
        var title = string.IsNullOrWhiteSpace(request.Title) ? character.Name : request.Title.Trim();
        var name = string.IsNullOrWhiteSpace(request.UserName) ? You : request.UserName.Trim();
        var chat = Chat.Begin(user.Id, characterId, title, name, request.Horizon, now);
        var persona = new Persona(character, request.Horizon);
        foreach (var (number, text) in persona.Greetings.Index().Where(one => one.Item.Length > 0))
        {
            var said = Macros.Expand(text, chat.Macros(persona.Card), MacroUse.Display);
            var greeting = Message.Said(chat.Id, null, MessageRole.Assistant, said, clock.GetUtcNow());
            db.Messages.Add(greeting);
            if (chat.ActiveChild is null || number == request.Greeting)
                chat.Greet(greeting, number);
        }
        db.Chats.Add(chat);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/chats/{chat.Id}", chat.ToView());
    }
}
