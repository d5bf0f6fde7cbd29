using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Analysing;

public sealed class AnalysisTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    private const string Scene = """
        “Good morning, Anton,” said Marta. She put the lamp on the table.

        “You are late,” said Anton. “The happy days are over.”

        “They are not,” Marta answered, and laughed at Anton.

        Anton looked at the sea. Marta looked at him. 🦊 The wind was terrible, and the night was long and sad.

        """;

    [Fact]
    public async Task A_story_has_figures_people_quotations_and_relations_that_resolve_in_its_text()
    {
        var person = await studio.RegisterAsync();
        var story = string.Concat(Enumerable.Range(0, 12).Select(i => $"CHAPTER {i + 1}\n\n{Scene}\n{Scene}\n"));
        var document = await studio.BringAndReadAsync(person, "lamp.txt", Encoding.UTF8.GetBytes(story));
        var path = $"documents/{document["id"]}";

        var analysis = await GetAsync(person, $"{path}/analysis");
        var figures = analysis["figures"]!;
        Assert.Equal("en", $"{figures["language"]!["code"]}");
        Assert.Equal(document["words"]!.GetValue<int>(), figures["counts"]!["words"]!.GetValue<int>());
        Assert.All(figures["readability"]!.AsArray(), score => Assert.NotNull(score!["value"]));
        Assert.NotEmpty(figures["keyphrases"]!.AsArray());
        Assert.NotEmpty(figures["sentiment"]!["arc"]!.AsArray());
        Assert.InRange(figures["dialogue"]!["share"]!.GetValue<double>(), 0.2, 0.5);
        Assert.All(figures["methods"]!.AsArray(), method => Assert.NotEmpty($"{method!["accuracy"]}"));

        var people = (await GetAsync(person, $"{path}/people"))["items"]!.AsArray();
        Assert.Contains(people, one => $"{one!["name"]}" == "Marta");
        var text = (await LibraryStudio.TextAsync(person, document["id"]!.GetValue<Guid>())).EnumerateRunes().ToArray();
        var marta = people.Single(one => $"{one!["name"]}" == "Marta")!["number"]!.GetValue<int>();
        var quotations = (await GetAsync(person, $"{path}/quotations?person={marta}&limit=100"))["items"]!.AsArray();
        Assert.NotEmpty(quotations);
        foreach (var quotation in quotations)
            Assert.Equal(
                $"{quotation!["text"]}",
                string.Concat(text[quotation["start"]!.GetValue<int>()..quotation["end"]!.GetValue<int>()])
            );
        var detail = await GetAsync(person, $"{path}/people/{marta}");
        var place = detail["places"]![0]!;
        Assert.Equal("Marta", string.Concat(text[place["start"]!.GetValue<int>()..place["end"]!.GetValue<int>()]));
        var relations = (await GetAsync(person, $"{path}/relations"))["items"]!.AsArray();
        Assert.NotEmpty(relations);
        Assert.All(
            relations,
            one => Assert.Equal(one!["weight"]!.GetValue<double>(), one["weightByChapter"]!.AsArray().Sum(w => (int)w!))
        );
        Assert.Equal(people.Count, document["people"]!.GetValue<int>());
        var (from, to) = (text.Length / 2, (text.Length / 2) + 400);
        var mentions = (await GetAsync(person, $"{path}/mentions?from={from}&to={to}"))["items"]!.AsArray();
        Assert.Contains(mentions, one => one!["person"]!.GetValue<int>() == marta);
        Assert.All(mentions, one => Assert.True((int)one!["end"]! > from && (int)one["start"]! < to));
        (await person.GetAsync($"{path}/mentions?from=9&to=1")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        (await person.GetAsync($"{path}/people/999")).ExpectProblem(HttpStatusCode.NotFound, "person_not_found");
    }

    [Fact]
    public async Task What_does_not_apply_to_a_language_says_so()
    {
        var person = await studio.RegisterAsync();
        var text = string.Concat(
            Enumerable.Repeat("Der alte Mann stieg die Treppe hinauf, und das Meer war still. Er dachte an sie. ", 40)
        );
        var document = await studio.BringAndReadAsync(person, "meer.txt", Encoding.UTF8.GetBytes(text));
        var figures = (await GetAsync(person, $"documents/{document["id"]}/analysis"))["figures"]!;
        Assert.Equal("de", $"{figures["language"]!["code"]}");
        Assert.All(
            figures["readability"]!.AsArray(),
            score => Assert.True(score!["value"] is null && score["notApplicable"] is not null)
        );
        Assert.NotNull(figures["sentiment"]!["notApplicable"]);
    }

    private static async Task<JsonNode> GetAsync(Person person, string path) =>
        (await person.GetAsync(path)).Expect(HttpStatusCode.OK);
}
