using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library;

/// <summary>A studio in which documents are brought and read.</summary>
public class LibraryStudio : StudioFactory
{
    private static int _nights;

    /// <summary>A few paragraphs, different each time: the same file twice is one document.</summary>
    public static byte[] Story(string? mark = null) =>
        Encoding.UTF8.GetBytes(
            $"""
            CHAPTER I. The Lamp

            The old keeper climbed the stairs to the lamp. {mark} It was night {Interlocked.Increment(ref _nights)}.
            The sea was quiet, and the night was long.

            “Who is there?” asked Marta.

            “Only the wind,” said Anton. He smiled at her, and the light went round.

            """
        );

    public static Task<Answer> SendAsync(Person person, string fileName, byte[] file, object? fields = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var property in fields?.GetType().GetProperties() ?? [])
            form.Add(new StringContent($"{property.GetValue(fields)}"), property.Name);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", fileName);
        return person.PostAsync("documents", form);
    }

    /// <returns>The new document's id.</returns>
    public static async Task<Guid> BringAsync(
        Person person,
        string fileName = "story.txt",
        byte[]? file = null,
        object? fields = null
    ) =>
        (await SendAsync(person, fileName, file ?? Story(), fields)).Expect(HttpStatusCode.Created)["document"]![
            "id"
        ]!.GetValue<Guid>();

    /// <returns>The document once its job has ended.</returns>
    public async Task<JsonNode> ReadAsync(Person person, Guid document)
    {
        var job = (await person.GetAsync($"documents/{document}")).Expect(HttpStatusCode.OK)["jobId"]!.GetValue<Guid>();
        await ReachAsync(job, "succeeded", "failed", "cancelled");
        return (await person.GetAsync($"documents/{document}")).Expect(HttpStatusCode.OK);
    }

    public async Task<JsonNode> BringAndReadAsync(Person person, string fileName, byte[] file, object? fields = null) =>
        await ReadAsync(person, await BringAsync(person, fileName, file, fields));

    public static async Task<string> TextAsync(Person person, Guid document) =>
        $"{(await person.GetAsync($"documents/{document}/text")).Expect(HttpStatusCode.OK)["text"]}";
}
