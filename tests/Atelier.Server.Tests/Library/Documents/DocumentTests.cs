using System.Net;
using System.Text;
using Atelier.Support;

namespace Atelier.Library.Documents;

public sealed class DocumentTests(LibraryStudio studio) : IClassFixture<LibraryStudio>
{
    [Fact]
    public async Task A_file_that_is_brought_becomes_a_text_with_places()
    {
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();

        var id = await LibraryStudio.BringAsync(
            person,
            "The_Lamp.txt",
            LibraryStudio.Story("🦊 met a fox."),
            new { projectId = project }
        );
        var document = await studio.ReadAsync(person, id);

        Assert.Equal(
            ("ready", "txt", "The Lamp", "utf-8", "en", $"{project}"),
            (
                $"{document["state"]}",
                $"{document["format"]}",
                $"{document["title"]}",
                $"{document["encoding"]}",
                $"{document["language"]}",
                $"{document["projectId"]}"
            )
        );
        var whole = (await person.GetAsync($"documents/{id}/text")).Expect(HttpStatusCode.OK);
        var text = $"{whole["text"]}";
        Assert.StartsWith("CHAPTER I. The Lamp\n\nThe old keeper climbed", text, StringComparison.Ordinal);
        Assert.Equal(text.EnumerateRunes().Count(), whole["length"]!.GetValue<int>());
        var fox = text[..text.IndexOf("met a fox", StringComparison.Ordinal)].EnumerateRunes().Count();
        var part = (await person.GetAsync($"documents/{id}/text?from={fox}&to={fox + 9}")).Expect(HttpStatusCode.OK);
        Assert.Equal("met a fox", $"{part["text"]}");
        Assert.Contains("lamp. 🦊 met", text, StringComparison.Ordinal);
        var contents = (await person.GetAsync($"documents/{id}/contents")).Expect(HttpStatusCode.OK);
        Assert.Equal(whole["length"]!.GetValue<int>(), contents["chapters"]![0]!["end"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_document()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var file = LibraryStudio.Story();
        var id = await LibraryStudio.BringAsync(person, "one.txt", file);

        var again = (await LibraryStudio.SendAsync(person, "two.txt", file)).Expect(HttpStatusCode.OK);

        Assert.Equal((true, id), (again["isDuplicate"]!.GetValue<bool>(), again["document"]!["id"]!.GetValue<Guid>()));
        Assert.NotEqual(id, await LibraryStudio.BringAsync(other, "one.txt", file));
        Assert.Single((await person.GetAsync("documents")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task A_document_is_renamed_moved_and_deleted_with_all_that_came_of_it()
    {
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();
        var id = await LibraryStudio.BringAsync(person);
        await studio.ReadAsync(person, id);

        var changed = (
            await person.PatchAsync($"documents/{id}", new { title = " Lamps ", projectId = project })
        ).Expect(HttpStatusCode.OK);
        Assert.Equal(("Lamps", $"{project}"), ($"{changed["title"]}", $"{changed["projectId"]}"));
        Assert.Null(
            (await person.PatchAsync($"documents/{id}", new { noProject = true })).Expect(HttpStatusCode.OK)[
                "projectId"
            ]
        );
        Assert.Single((await person.GetAsync("documents?name=lamp")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        Assert.Empty((await person.GetAsync("documents?name=la_p")).Expect(HttpStatusCode.OK)["items"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"documents/{id}")).Status);
        (await person.GetAsync($"documents/{id}")).ExpectProblem(HttpStatusCode.NotFound, "document_not_found");
        await using var left = studio.Database.CreateCommand(
            "select count(*) from library.passages where document_id = $1"
        );
        left.Parameters.Add(new() { Value = id });
        Assert.Equal(0L, await left.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_guess_of_the_encoding_is_put_right()
    {
        var person = await studio.RegisterAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Encoding.GetEncoding("koi8-r").GetBytes("Он шёл по дороге и пел песню о море. Она ждала его дома.");
        var id = await LibraryStudio.BringAsync(person, "песня.txt", file, new { encoding = "windows-1251" });
        await studio.ReadAsync(person, id);
        Assert.DoesNotContain("дороге", await LibraryStudio.TextAsync(person, id), StringComparison.Ordinal);

        (await person.PostAsync($"documents/{id}/analyze", new { })).Expect(HttpStatusCode.Accepted);
        var read = await studio.ReadAsync(person, id);

        Assert.Equal(("koi8-r", "ru"), ($"{read["encoding"]}", $"{read["language"]}"));
        Assert.Equal("encoding_guessed", $"{read["warnings"]![0]!["code"]}");
        Assert.Contains("дороге", await LibraryStudio.TextAsync(person, id), StringComparison.Ordinal);
        (await person.PostAsync($"documents/{id}/analyze", new { encoding = "klingon" })).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
    }

    [Fact]
    public async Task What_is_no_document_is_refused_at_the_door()
    {
        var person = await studio.RegisterAsync();
        var program = (byte[])[0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, .. new byte[200]];
        (await LibraryStudio.SendAsync(person, "book.pdf", program)).ExpectProblem(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_type"
        );
        (await LibraryStudio.SendAsync(person, "book.txt", [])).ExpectProblem(
            HttpStatusCode.UnprocessableEntity,
            "document_empty"
        );
        (await LibraryStudio.SendAsync(person, "a.txt", LibraryStudio.Story(), new { encoding = "x" })).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        (await LibraryStudio.SendAsync(person, "a.txt", LibraryStudio.Story(), new { projectId = "x" })).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        var foreign = await (await studio.RegisterAsync()).CreateProjectAsync();
        (
            await LibraryStudio.SendAsync(person, "a.txt", LibraryStudio.Story(), new { projectId = foreign })
        ).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        using var cut = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nab"
        );
        cut.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        (await person.PostAsync("documents", cut)).ExpectProblem(HttpStatusCode.BadRequest, "malformed_form");
        Assert.Empty((await person.GetAsync("documents")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }
}
