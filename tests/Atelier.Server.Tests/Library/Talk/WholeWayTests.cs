using System.Net;
using Atelier.Library.Cards;
using Atelier.Testing;

namespace Atelier.Library.Talk;

/// <summary>The whole way of the demo's story: read by the studio itself, to a character whose every word has its place.</summary>
public sealed class WholeWayTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    [Fact]
    public async Task A_story_becomes_a_character_whose_card_and_answers_can_be_looked_up_in_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        var story = await File.ReadAllBytesAsync(
            Path.Combine(RepositoryRoot.Path, "examples", "documents", "the-lamp-at-gull-point.txt"),
            cancel
        );
        var person = await studio.RegisterAsync();
        var document = CharacterStudio.Id(await studio.BringAndReadAsync(person, "story.txt", story));
        var cast = await CharacterStudio.ItemsAsync(person, $"documents/{document}/people");
        var marta = cast.First(one => ((string)one!["name"]!).Contains("Marta", StringComparison.Ordinal))!;

        var order = new { documentId = document, person = (int)marta["number"]! };
        var character = (await person.PostAsync("characters/from-document", order)).Expect(HttpStatusCode.Created);
        foreach (var source in character["sources"]!.AsArray())
            Assert.Equal((string)source!["text"]!, await TextAsync((int)source["start"]!, (int)source["end"]!));
        Assert.NotNull(character["avatar"]);
        Assert.All(
            (string[])["description", "firstMessage", "exampleDialogue"],
            field => Assert.NotEqual("", (string)character[field]!)
        );
        Assert.NotEmpty(character["lorebook"]!["entries"]!.AsArray());

        var id = CharacterStudio.Id(character);
        using var answer = await person.Http.GetAsync(
            new Uri($"/api/v1/characters/{id}/export", UriKind.Relative),
            cancel
        );
        var (card, refusal) = CardReader.Read(await answer.Content.ReadAsByteArrayAsync(cancel));
        Assert.Null(refusal);
        Assert.Empty(card!.Warnings);
        Assert.Equal((string)character["description"]!, card.Card.Description);

        var chat = await CharacterStudio.ChatAsync(person, id, new { horizon = 2 });
        var heard = await person.SayAsync(chat, "Who taught you to bake bread?");
        Assert.Contains("bake bread", heard.Text(), StringComparison.Ordinal);
        var citations = heard.Where(one => one.Type == "citation").Select(one => one.Data).ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var quoted = await TextAsync((int)citation["start"]!, (int)citation["end"]!);
            Assert.Contains(quoted.Trim('“', '”', '"'), heard.Text(), StringComparison.Ordinal);
        }

        async Task<string> TextAsync(int from, int to) =>
            (string)
                (await person.GetAsync($"documents/{document}/text?from={from}&to={to}")).Expect(HttpStatusCode.OK)[
                    "text"
                ]!;
    }
}
