using System.Net;
using System.Text;
using Atelier.Support;

namespace Atelier.Library.Extracting;

/// <summary>A studio whose tools may work for four seconds only: enough to open any file on a busy machine.</summary>
public sealed class ImpatientLibrary : LibraryStudio
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Atelier:Library:ToolSeconds=4"];
}

public sealed class HostileFileTests(ImpatientLibrary studio) : IClassFixture<ImpatientLibrary>
{
    [Fact]
    public async Task Every_hostile_file_has_its_reason_and_leaves_nothing_behind()
    {
        var person = await studio.RegisterAsync();
        var wrong = new List<string>();
        var waiting = new List<(string Name, Guid Id, string[] Codes)>();
        foreach (var (name, file, codes) in Hostile.All())
        {
            var answer = await LibraryStudio.SendAsync(person, name, file);
            if (answer.Status is HttpStatusCode.Created)
                waiting.Add((name, answer.Body!["document"]!["id"]!.GetValue<Guid>(), codes));
            else if (
                answer.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType)
                || !codes.Contains($"{answer.Body!["code"]}")
            )
                wrong.Add($"{name}: {answer.Status} {answer.Body}");
        }
        foreach (var (name, id, codes) in waiting)
        {
            var document = await studio.ReadAsync(person, id);
            var isFine = $"{document["state"]}" == "ready" && codes.Contains("");
            if (!isFine && !codes.Contains($"{document["problem"]?["code"]}"))
                wrong.Add($"{name}: {document["state"]} {document["problem"]}");
            if (!isFine && await CountAsync(id) > 0)
                wrong.Add($"{name} left something behind");
        }
        Assert.Empty(wrong);

        // Whoever worked on them is well.
        var after = await studio.BringAndReadAsync(person, "after.txt", LibraryStudio.Story());
        Assert.Equal("ready", $"{after["state"]}");
    }

    [Fact]
    public async Task A_text_of_one_line_without_a_blank_is_read_in_pieces()
    {
        var person = await studio.RegisterAsync();
        var document = await studio.BringAndReadAsync(
            person,
            "line.txt",
            Encoding.UTF8.GetBytes(new string('x', 3_000_000))
        );
        Assert.Equal(("ready", "3000000"), ($"{document["state"]}", $"{document["textLength"]}"));
        var end = (await person.GetAsync($"documents/{document["id"]}/text?from=2999990")).Expect(HttpStatusCode.OK);
        Assert.Equal("xxxxxxxxxx", $"{end["text"]}");
    }

    private async Task<long> CountAsync(Guid document)
    {
        await using var left = studio.Database.CreateCommand(
            """
            select (select count(*) from library.passages where document_id = $1)
                 + (select count(*) from library.contents where document_id = $1)
                 + (select count(*) from library.documents where id = $1 and text_sha256 is not null)
            """
        );
        left.Parameters.Add(new() { Value = document });
        return (long)(await left.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
