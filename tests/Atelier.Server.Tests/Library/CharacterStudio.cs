using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library;

/// <summary>A studio in which characters are kept and talked to, with no model.</summary>
public class CharacterStudio : StudioFactory
{
    private static readonly ConcurrentDictionary<Guid, Guid> ChatOf = new();

    public static async Task<Guid> CreateAsync(Person person, object? character = null) =>
        Id((await person.PostAsync("characters", character ?? Alda)).Expect(HttpStatusCode.Created));

    public static async Task<Guid> ChatAsync(Person person, Guid? character = null, object? chat = null) =>
        Id(
            (
                await person.PostAsync($"characters/{character ?? await CreateAsync(person)}/chats", chat ?? new { })
            ).Expect(HttpStatusCode.Created)
        );

    /// <returns>The greeting of the person's newest chat.</returns>
    public static async Task<Guid> MessageAsync(Person person)
    {
        var characters = await ItemsAsync(person, "characters");
        var chats = characters.Count == 0 ? [] : await ItemsAsync(person, $"characters/{Id(characters[0]!)}/chats");
        var chat = chats.Count == 0 ? await ChatAsync(person) : Id(chats[0]!);
        var greeting = Id((await ItemsAsync(person, $"chats/{chat}/messages"))[0]!);
        ChatOf[greeting] = chat;
        return greeting;
    }

    public static string PathOfMessage(Guid message) => $"chats/{ChatOf[message]}/messages/{message}";

    /// <summary>One of a planted novel as a character.</summary>
    public static async Task<JsonNode> FromAsync(Person person, PlantedNovel novel, int number) =>
        (
            await person.PostAsync(
                "characters/from-document",
                new
                {
                    documentId = novel.Id,
                    person = number,
                    portrait = false,
                }
            )
        ).Expect(HttpStatusCode.Created);

    public static Task<Answer> ImportAsync(Person person, byte[] card) =>
        person.PostAsync("characters/import", Bytes(card));

    public static async Task<JsonArray> ItemsAsync(Person person, string path) =>
        (await person.GetAsync(path)).Expect(HttpStatusCode.OK)["items"]!.AsArray();

    public static ByteArrayContent Bytes(byte[] bytes, string type = "application/octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    public static Guid Id(JsonNode node) => node["id"]!.GetValue<Guid>();

    private static object Alda =>
        new
        {
            name = "Alda",
            description = "A fox.",
            firstMessage = "Hello, {{user}}.",
            exampleDialogue = "<START>\n{{char}}: I eat berries in the morning.\n{{char}}: The moon is late.",
        };
}
