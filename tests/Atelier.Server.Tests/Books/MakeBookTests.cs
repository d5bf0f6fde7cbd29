using System.Net;
using System.Security.Cryptography;
using System.Text;
using Atelier.Support;

namespace Atelier.Books;

public sealed class MakeBookTests(BookStudio studio) : IClassFixture<BookStudio>
{
    private static readonly string[] Formats = ["pdf", "cover", "epub", "cover-image", "manifest", "contact-sheet"];

    [Fact]
    public async Task A_brief_becomes_a_whole_book_and_again_the_same_to_the_byte()
    {
        var person = await studio.RegisterAsync();
        var first = await BookStudio.OrderAsync(person);
        var second = await BookStudio.OrderAsync(person);

        var job = await studio.MakeAsync(person, first);
        Assert.Equal("succeeded", job["state"]!.GetValue<string>());
        Assert.Equal(first, job["result"]!["bookId"]!.GetValue<Guid>());
        await studio.MakeAsync(person, second);

        var book = (await person.GetAsync($"books/{first}")).Expect(HttpStatusCode.OK);
        Assert.Equal("ready", book["state"]!.GetValue<string>());
        foreach (var format in Formats)
            Assert.Equal(await HashAsync(person, first, format), await HashAsync(person, second, format));
        await Has24PagesAsync(person, first);
    }

    [Fact]
    public async Task E05_hostile_markup_in_a_title_comes_out_as_text()
    {
        const string title = "<script>alert('x')</script> & \"more\" ]]>";
        var person = await studio.RegisterAsync();
        var brief = new
        {
            prompt = "A fox",
            title,
            author = "A & B <i>",
            dedication = "</svg>",
            pages = 24,
            seed = 1,
        };
        var book = await BookStudio.OrderAsync(person, brief);
        var job = await studio.MakeAsync(person, book);
        Assert.Equal("succeeded", job["state"]!.GetValue<string>());

        Assert.Equal(
            title,
            (await person.GetAsync($"books/{book}")).Expect(HttpStatusCode.OK)["title"]!.GetValue<string>()
        );
        var svg = Encoding.UTF8.GetString(await BookStudio.DownloadAsync(person, $"books/{book}/pages/1/svg"));
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dragon")]
    [InlineData("🐙🚀🍕")]
    [InlineData("כלב קטן מחפש את הירח")]
    [InlineData("!!! ??? ...")]
    public async Task A_prompt_of_few_or_foreign_words_still_makes_a_book(string prompt)
    {
        var person = await studio.RegisterAsync();
        var book = await BookStudio.OrderAsync(
            person,
            new
            {
                prompt,
                pages = 24,
                seed = 3,
            }
        );
        var job = await studio.MakeAsync(person, book);
        Assert.True(job["state"]!.GetValue<string>() == "succeeded", job["error"]?.ToString());
    }

    [Fact]
    public async Task A_second_generate_while_one_runs_is_refused()
    {
        var person = await studio.RegisterAsync();
        var book = await BookStudio.OrderAsync(person);
        var job = (await person.PostAsync($"books/{book}/generate")).Expect(HttpStatusCode.Accepted)["jobId"]!;

        (await person.PostAsync($"books/{book}/generate")).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_already_generating"
        );
        (await person.PatchAsync($"books/{book}", new { title = "Other" })).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_already_generating"
        );
        await studio.ReachAsync(job.GetValue<Guid>(), "succeeded");
        var status = (await person.GetAsync($"books/{book}/status")).Expect(HttpStatusCode.OK);
        Assert.Equal("ready", status["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cancelled_book_is_a_draft_again_and_can_be_made_after_all()
    {
        var person = await studio.RegisterAsync();
        var book = await BookStudio.OrderAsync(person);
        var started = (await person.PostAsync($"books/{book}/generate")).Expect(HttpStatusCode.Accepted);
        var job = started["jobId"]!.GetValue<Guid>();
        await studio.ReachAsync(job, "step");
        await person.PostAsync($"jobs/{job}/cancel");
        await studio.ReachAsync(job, "cancelled");

        var status = (await person.GetAsync($"books/{book}/status")).Expect(HttpStatusCode.OK);
        Assert.Equal("draft", status["state"]!.GetValue<string>());
        Assert.Equal("succeeded", (await studio.MakeAsync(person, book))["state"]!.GetValue<string>());
    }

    private static async Task Has24PagesAsync(Person person, Guid book)
    {
        var pages = (await person.GetAsync($"books/{book}/pages")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 24), pages.Select(page => page!["number"]!.GetValue<int>()));
        var story = pages.First(page => page!["kind"]!.GetValue<string>() == "story")!;
        Assert.True(story["readability"]!["words"]!.GetValue<int>() > 0);
        Assert.NotEqual("", story["altText"]!.GetValue<string>());
        var png = await BookStudio.DownloadAsync(person, story["png"]!.GetValue<string>()["/api/v1/".Length..]);
        Assert.Equal([0x89, .. "PNG"u8], png[..4]);
    }

    private static async Task<string> HashAsync(Person person, Guid book, string format) =>
        Convert.ToHexString(
            SHA256.HashData(await BookStudio.DownloadAsync(person, $"books/{book}/download?format={format}"))
        );
}
