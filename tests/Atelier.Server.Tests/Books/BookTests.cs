using System.Net;
using Atelier.Support;

namespace Atelier.Books;

public sealed class BookTests(BookStudio studio) : IClassFixture<BookStudio>
{
    [Fact]
    public async Task A_book_is_ordered_read_changed_and_deleted()
    {
        var person = await studio.RegisterAsync();
        var id = await BookStudio.OrderAsync(person, new { prompt = "A brave teapot" });

        var book = (await person.GetAsync($"books/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal("draft", book["state"]!.GetValue<string>());
        Assert.Equal("A brave teapot", book["title"]!.GetValue<string>());
        Assert.Equal("3-5", book["brief"]!["ageBand"]!.GetValue<string>());

        var changed = (await person.PatchAsync($"books/{id}", new { title = "Steam" })).Expect(HttpStatusCode.OK);
        Assert.Equal("Steam", changed["title"]!.GetValue<string>());
        Assert.Equal("A brave teapot", changed["brief"]!["prompt"]!.GetValue<string>());

        (await person.DeleteAsync($"books/{id}")).Expect(HttpStatusCode.NoContent);
        (await person.GetAsync($"books/{id}")).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");
    }

    [Fact]
    public async Task C01_somebody_elses_book_is_forbidden_in_every_way_and_stays_as_it_was()
    {
        var owner = await studio.RegisterAsync();
        var other = await studio.RegisterAsync();
        var book = $"books/{await BookStudio.OrderAsync(owner)}";

        foreach (
            var path in (string[])["", "/status", "/pages", "/pages/1/svg", "/pages/1/png", "/download?format=pdf"]
        )
            (await other.GetAsync(book + path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.PatchAsync(book, new { title = "Mine" })).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.PostAsync(book + "/generate")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.DeleteAsync(book)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");

        Assert.Equal("draft", (await owner.GetAsync(book)).Expect(HttpStatusCode.OK)["state"]!.GetValue<string>());
        Assert.Empty((await other.GetAsync("books")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task C02_a_book_does_not_enter_somebody_elses_project()
    {
        var owner = await studio.RegisterAsync();
        var other = await studio.RegisterAsync();
        var projectId = await owner.CreateProjectAsync();

        (await other.PostAsync("books", new { prompt = "A fox", projectId })).ExpectProblem(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (await owner.PostAsync("books", new { prompt = "A fox", projectId })).Expect(HttpStatusCode.Created);
        var listed = (await owner.GetAsync($"books?projectId={projectId}")).Expect(HttpStatusCode.OK);
        Assert.Single(listed["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"prompt":"A fox","ageBand":"4-9"}""", "ageBand")]
    [InlineData("""{"prompt":"A fox","pages":31}""", "pages")]
    [InlineData("""{"prompt":"A fox","pages":22}""", "pages")]
    [InlineData("""{"prompt":"A fox","pages":42}""", "pages")]
    [InlineData("""{"prompt":"A fox","pages":"many"}""", "pages")]
    [InlineData("""{"prompt":"A fox","trim":"A4"}""", "trim")]
    [InlineData("""{"prompt":"A fox","seed":-1}""", "seed")]
    [InlineData("""{"prompt":"A fox","characters":[{"name":""}]}""", "characters[0].name")]
    [InlineData("""{"prompt":"A fox","characters":null}""", "characters")]
    [InlineData("""{"prompt":""}""", "prompt")]
    [InlineData("""{"prompt":"   "}""", "prompt")]
    [InlineData("""{}""", "prompt")]
    public async Task A_brief_that_makes_no_book_is_refused_with_the_field_named(string brief, string field)
    {
        var person = await studio.RegisterAsync();
        using var body = new StringContent(brief, System.Text.Encoding.UTF8, "application/json");
        var errors = (await person.PostAsync("books", body)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(field, errors.Select(error => error.Key));
    }

    [Fact]
    public async Task A_prompt_of_ten_thousand_characters_is_refused()
    {
        var person = await studio.RegisterAsync();
        var answer = await person.PostAsync("books", new { prompt = new string('a', 10_000) });
        Assert.Contains("prompt", answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid").Select(e => e.Key));
    }

    [Fact]
    public async Task What_is_not_made_yet_cannot_be_downloaded_and_an_unknown_format_is_named()
    {
        var person = await studio.RegisterAsync();
        var book = $"books/{await BookStudio.OrderAsync(person)}";
        (await person.GetAsync($"{book}/download?format=pdf")).ExpectProblem(HttpStatusCode.Conflict, "book_not_made");
        (await person.GetAsync($"{book}/download?format=mp3")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        (await person.GetAsync($"{book}/pages/1/png")).ExpectProblem(HttpStatusCode.NotFound, "page_not_found");
    }
}
