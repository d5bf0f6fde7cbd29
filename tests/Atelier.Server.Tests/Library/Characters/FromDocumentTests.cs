using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Characters;

public sealed class FromDocumentTests(CharacterStudio studio) : IClassFixture<CharacterStudio>
{
    [Fact]
    public async Task Every_sentence_of_the_card_stands_in_the_document_where_it_says()
    {
        var person = await studio.RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(studio, person);
        var marta = await CharacterStudio.FromAsync(person, novel, PlantedNovel.Marta);
        var sources = marta["sources"]!.AsArray();
        Assert.All(
            sources,
            source => Assert.Equal((string)source!["text"]!, novel.At((int)source["start"]!, (int)source["end"]!))
        );
        Assert.Contains("tall woman with grey eyes", (string)marta["description"]!, StringComparison.Ordinal);
        Assert.Contains("stubborn temper", (string)marta["personality"]!, StringComparison.Ordinal);
        Assert.Contains("lighthouse", (string)marta["exampleDialogue"]!, StringComparison.Ordinal);
        Assert.NotEqual("", (string)marta["firstMessage"]!);
        var lore = marta["lorebook"]!["entries"]!.AsArray();
        Assert.Contains(lore, entry => (string)entry!["id"]! == "person:1" && Has(entry, "doctor"));
        Assert.Contains(lore, entry => (string)entry!["id"]! == "place:Dunmore");
        // Nothing on the card but what has a source.
        foreach (var (field, name) in new[] { ("description", "description"), ("personality", "personality") })
            Assert.Equal(
                (string)marta[name]!,
                string.Join(' ', sources.Where(s => (string)s!["field"]! == field).Select(s => (string)s!["text"]!))
            );
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_character_and_its_authors_changes_stay()
    {
        var person = await studio.RegisterAsync();
        var novel = await PlantedNovel.PlantAsync(studio, person);
        var first = await CharacterStudio.FromAsync(person, novel, PlantedNovel.Marta);
        var id = CharacterStudio.Id(first);
        var again = (await AskAsync(person, novel)).Expect(HttpStatusCode.OK);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());

        var book = again["lorebook"]!.DeepClone();
        var entries = book["entries"]!.AsArray();
        entries.Remove(entries.Single(entry => (string)entry!["id"]! == "place:Dunmore"));
        entries.Single(entry => (string)entry!["id"]! == "person:1")!["content"] = "Mine.";
        (await person.PatchAsync($"characters/{id}", new { description = "My own words.", lorebook = book })).Expect(
            HttpStatusCode.OK
        );
        var refreshed = (await AskAsync(person, novel)).Expect(HttpStatusCode.OK);
        Assert.Equal("My own words.", (string?)refreshed["description"]);
        Assert.Equal((string?)first["personality"], (string?)refreshed["personality"]);
        Assert.Equal("Mine.", (string?)refreshed["lorebook"]!["entries"]!.AsArray().Single()!["content"]);
        Assert.DoesNotContain(refreshed["sources"]!.AsArray(), source => (string)source!["field"]! == "description");
    }

    [Fact]
    public async Task Nobody_and_other_peoples_documents_make_no_character()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var novel = await PlantedNovel.PlantAsync(studio, person);
        (await AskAsync(person, novel, 77)).ExpectProblem(HttpStatusCode.NotFound, "person_not_found");
        (await AskAsync(other, novel)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static Task<Answer> AskAsync(Person person, PlantedNovel novel, int number = PlantedNovel.Marta) =>
        person.PostAsync(
            "characters/from-document",
            new
            {
                documentId = novel.Id,
                person = number,
                portrait = false,
            }
        );

    private static bool Has(JsonNode entry, string words) =>
        ((string)entry["content"]!).Contains(words, StringComparison.Ordinal);
}
