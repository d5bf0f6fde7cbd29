using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Atelier.Support;

namespace Atelier.Library.Exporting;

public sealed class ExportTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    private const string Story = """
        CHAPTER I. The <Lamp> & the Sea

        “Good morning, *Anton*,” said Marta. She put the lamp on the table, and looked out to sea for a long while, as she
        did every morning of the year, for there was a ship that had not come home.

        "=1+1 is what I say," said Anton. 1. It was cold. 🦊

        CHAPTER II. The Ship

        “You are late,” said Anton to Marta. The ship came in that night with its lamps lit and its sails torn, and nobody
        on the shore said a word for a long time, because of what they saw on the deck when it turned into the wind.

        “They are not here,” Marta answered.
        """;

    [Fact]
    public async Task A_document_is_taken_away_in_every_format_and_comes_back_the_same()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var document = await studio.BringAndReadAsync(person, "The Lamp.txt", Encoding.UTF8.GetBytes(Story));
        var id = document["id"]!.GetValue<Guid>();
        var text = await LibraryStudio.TextAsync(person, id);
        var plain = text.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);

        Assert.Equal(text, Encoding.UTF8.GetString(await SaveAsync(person, id, "txt")).TrimEnd('\n'));
        foreach (var format in (string[])["docx", "epub", "md"])
        {
            var again = await studio.BringAndReadAsync(other, $"lamp.{format}", await SaveAsync(person, id, format));
            Assert.True($"{again["state"]}" == "ready", again.ToJsonString());
            var read = await LibraryStudio.TextAsync(other, again["id"]!.GetValue<Guid>());
            var back = read.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);
            var same = 0;
            while (same < Math.Min(plain.Length, back.Length) && plain[^(same + 1)] == back[^(same + 1)])
                same++;
            Assert.True(same == plain.Length, $"{format}: …{back[Math.Max(0, back.Length - same - 30)..^same]}");
            Assert.Equal("The Lamp", $"{again["title"]}");
            var contents = (await other.GetAsync($"documents/{again["id"]}/contents")).Expect(HttpStatusCode.OK);
            Assert.Contains("CHAPTER II. The Ship", contents["chapters"]!.AsArray().Select(c => $"{c!["title"]}"));
        }
        var html = Encoding.UTF8.GetString(await SaveAsync(person, id, "html"));
        Assert.Contains("title=\"Marta\">“Good morning, *Anton*,”</q>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;Lamp&gt; &amp; the Sea", html, StringComparison.Ordinal);
        var json = JsonNode.Parse(await SaveAsync(person, id, "json"))!;
        Assert.Equal(4, json["quotations"]!.AsArray().Count);
        Assert.NotNull(json["analysis"]!["figures"]!["counts"]);
        var graph = XDocument.Parse(Encoding.UTF8.GetString(await SaveAsync(person, id, "graphml")));
        Assert.Contains(graph.Descendants(), node => node.Value == "Marta");
        var table = Encoding.UTF8.GetString(await SaveAsync(person, id, "csv"));
        Assert.Equal(6, table.Split("\r\n").Length);
        Assert.Contains("Marta", table, StringComparison.Ordinal);
        (await person.GetAsync($"documents/{id}/export?format=doc")).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
    }

    private static async Task<byte[]> SaveAsync(Person person, Guid document, string format)
    {
        var cancel = TestContext.Current.CancellationToken;
        var path = new Uri($"/api/v1/documents/{document}/export?format={format}", UriKind.Relative);
        using var answer = await person.Http.GetAsync(path, cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Content.Headers.ContentDisposition!.FileNameStar);
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }
}
