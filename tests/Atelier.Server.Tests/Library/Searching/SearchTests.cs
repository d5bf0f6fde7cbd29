using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Atelier.Library.Searching;

public sealed class SearchTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    [Fact]
    public async Task Words_are_found_in_a_document_a_project_and_the_library_at_their_passage()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var project = await person.CreateProjectAsync();
        var tides = await BringAsync(person, "tides.txt", "The harbours were full of whales.", project);
        var lamps = await BringAsync(person, "lamps.txt", "A harbour café, and nobody in it.", null);
        await BringAsync(other, "theirs.txt", "Another harbour.", null);

        var everywhere = await SearchAsync(person, "documents/search?q=harbour");
        Assert.Equal(2, everywhere["found"]!.GetValue<int>());
        var inProject = await SearchAsync(person, $"documents/search?q=harbour&projectId={project}");
        var hit = Assert.Single(inProject["items"]!.AsArray())!;
        Assert.Equal(tides, hit["documentId"]!.GetValue<Guid>());
        Assert.Contains(
            hit["snippet"]!.AsArray(),
            part => part!["isMatch"]!.GetValue<bool>() && $"{part["text"]}" == "harbours"
        );
        var text = await LibraryStudio.TextAsync(person, tides);
        Assert.Contains(
            "harbours",
            text[hit["start"]!.GetValue<int>()..hit["end"]!.GetValue<int>()],
            StringComparison.Ordinal
        );
        Assert.Single((await SearchAsync(person, $"documents/{lamps}/search?q=harbour+-whales"))["items"]!.AsArray());
        Assert.Single((await SearchAsync(person, $"documents/{lamps}/search?q=cafe"))["items"]!.AsArray());
        Assert.Empty((await SearchAsync(person, $"documents/{lamps}/search?q=whales"))["items"]!.AsArray());
        Assert.NotNull((await SearchAsync(person, "documents/search?q=the"))["note"]);
        foreach (var odd in (string[])["%22", "((", "a:*%26!", "-", "%F0%9F%A6%8A", "'"])
            (await person.GetAsync($"documents/search?q={odd}")).Expect(HttpStatusCode.OK);
        (await person.GetAsync("documents/search?q=a%00b")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task A_list_of_hits_has_pages_and_misspelt_names_are_found()
    {
        var person = await studio.RegisterAsync();
        var story = string.Concat(
            Enumerable
                .Range(1, 30)
                .Select(i =>
                    $"“The storm is near,” said Sherlock Holmes. {string.Concat(Enumerable.Repeat($"It was day {i} and the storm did not come to the town. ", 30))}\n\n“Is it?” asked Watson. Sherlock Holmes nodded.\n\n"
                )
        );
        var id = await BringAsync(person, "storm.txt", story, null);

        var first = await SearchAsync(person, $"documents/{id}/search?q=storm&limit=20");
        var second = await SearchAsync(person, $"documents/{id}/search?q=storm&limit=20&cursor={first["nextCursor"]}");

        Assert.Equal(20, first["items"]!.AsArray().Count);
        var places = first["items"]!
            .AsArray()
            .Concat(second["items"]!.AsArray())
            .Select(i => i!["start"]!.GetValue<int>());
        Assert.Equal(
            first["found"]!.GetValue<int>() is var found && found < 40 ? found : 40,
            places.Distinct().Count()
        );
        var people = (await SearchAsync(person, "documents/search?q=Sherlok+Holms"))["people"]!.AsArray();
        Assert.Contains(people, one => $"{one!["name"]}".Contains("Holmes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_the_very_name_comes_before_who_has_one_like_it()
    {
        var person = await studio.RegisterAsync();
        var id = await BringAsync(person, "town.txt", "“Is it?” asked Watson.", null);
        await using (
            var town = studio
                .Services.GetRequiredService<NpgsqlDataSource>()
                .CreateCommand(
                    """
                    insert into library.people (document_id, number, name, aliases, names, gender, mentions, by_chapter, mention_starts, mention_ends)
                    select $1, 100 + n, name, '{}', name, 'unknown', n, '{}', '{}', '{}'
                    from (select n, case when n <= 12 then 'Anna Pemmes' else 'Anna Pemnes' end as name from generate_series(1, 15) n) as t
                    """
                )
        )
        {
            town.Parameters.Add(new() { Value = id });
            await town.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        async Task<string[]> NamesAsync(string asked) =>
            [
                .. (await SearchAsync(person, $"documents/search?q={asked}"))["people"]!
                    .AsArray()
                    .Select(one => $"{one!["name"]} {one["mentions"]}"),
            ];

        Assert.Equal(Enumerable.Range(5, 8).Reverse().Select(n => $"Anna Pemmes {n}"), await NamesAsync("Pemmes"));
        Assert.Equal(["Anna Pemnes 15", "Anna Pemnes 14", "Anna Pemnes 13"], (await NamesAsync("Pemnes")).Take(3));
        Assert.Contains("Anna Pemmes 12", await NamesAsync("Anna Pemmse"));
    }

    private async Task<Guid> BringAsync(Person person, string name, string text, Guid? project)
    {
        var file = Encoding.UTF8.GetBytes($"{text} It is {name} and that is the way of the sea, as he said to her.");
        var fields = project is null ? null : (object)new { projectId = project };
        return (await studio.BringAndReadAsync(person, name, file, fields))["id"]!.GetValue<Guid>();
    }

    private static async Task<JsonNode> SearchAsync(Person person, string path) =>
        (await person.GetAsync(path)).Expect(HttpStatusCode.OK);
}
