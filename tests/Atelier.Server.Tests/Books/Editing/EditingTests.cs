using System.Net;
using System.Text.Json.Nodes;
using Atelier.JobEngine;
using Atelier.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Books.Editing;

public sealed class EditingTests(BookStudio studio) : IClassFixture<BookStudio>
{
    private const int Page = 5; // printed; the second of the story

    [Fact]
    public async Task New_words_stand_on_the_page_and_in_newer_print_files_and_nobody_changes_the_book_meanwhile()
    {
        var (person, book) = await MadeAsync();
        var (before, pdf) = (await PagesAsync(person, book), await PdfAsync(person, book));

        var change = (
            await person.PatchAsync($"{book}/pages/{Page}", new { version = 1, text = "Ned sat. Ned ate a pear." })
        ).Expect(HttpStatusCode.Accepted);
        Assert.Equal(6, change["readability"]!["words"]!.GetValue<int>());
        Assert.Equal("generating", $"{(await person.GetAsync(book)).Body!["state"]}");
        Assert.Equal(pdf, await PdfAsync(person, book)); // the last whole book, as long as the job takes
        (await person.PostAsync($"{book}/pages/6/regenerate", new { version = 1, part = "words" })).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_already_generating"
        );
        (await person.PostAsync($"{book}/generate")).ExpectProblem(HttpStatusCode.Conflict, "book_already_generating");
        await EndAsync(change);
        (await person.PatchAsync($"{book}/pages/6", new { version = 1, text = "Late." })).ExpectProblem(
            HttpStatusCode.Conflict,
            "book_changed"
        );

        var after = await PagesAsync(person, book);
        Assert.Equal("Ned sat. Ned ate a pear.", $"{after[Page - 1]!["text"]}");
        Assert.Equal(6, after[Page - 1]!["readability"]!["words"]!.GetValue<int>());
        Assert.NotEqual($"{before[Page - 1]!["svg"]}", $"{after[Page - 1]!["svg"]}");
        Assert.Equal(Others(before), Others(after));
        Assert.NotEqual(pdf, await PdfAsync(person, book));
        Assert.Equal(2, (await person.GetAsync(book)).Body!["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_scene_is_drawn_as_it_was_changed_and_says_itself_what_it_shows()
    {
        var (person, book) = await MadeAsync();
        var page = (await person.GetAsync($"{book}/pages/{Page}")).Expect(HttpStatusCode.OK);
        var scene = page["scene"]!.DeepClone();
        scene["setting"] = "space";
        scene["things"] = new JsonArray(new JsonObject { ["noun"] = "pear", ["count"] = 3 });

        var change = await person.PatchAsync($"{book}/pages/{Page}", new { version = 1, scene });
        await EndAsync(change.Expect(HttpStatusCode.Accepted));

        var after = (await person.GetAsync($"{book}/pages/{Page}")).Expect(HttpStatusCode.OK);
        Assert.Equal($"{page["text"]}", $"{after["text"]}");
        Assert.Equal("space", $"{after["scene"]!["setting"]}");
        Assert.NotEqual($"{page["altText"]}", $"{after["altText"]}");
        Assert.NotEqual("", $"{after["altText"]}");
    }

    [Fact]
    public async Task Only_pages_that_look_different_are_painted_again()
    {
        var (person, book) = await MadeAsync();
        // Had page 6 been painted again, it would have an image of its own afterwards.
        await using (
            var swap = studio.Database.CreateCommand(
                "update books.page set png_sha256 = (select png_sha256 from books.page where book_id = $1 and number = 7) "
                    + "where book_id = $1 and number = 6"
            )
        )
        {
            swap.Parameters.AddWithValue(Guid.Parse(book["books/".Length..]));
            await swap.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var before = await PagesAsync(person, book);

        await EndAsync(await EditAsync(person, book, version: 1, "Ned sat."));

        var after = await PagesAsync(person, book);
        Assert.NotEqual($"{before[Page - 1]!["png"]}", $"{after[Page - 1]!["png"]}");
        Assert.Equal(Version(after[6]!), Version(after[5]!));

        static string Version(JsonNode page) => $"{page["png"]}".Split("?v=")[1];
    }

    [Fact]
    public async Task A_new_picture_keeps_the_words_and_new_words_tell_the_page_differently()
    {
        var (person, book) = await MadeAsync();
        var first = await PagesAsync(person, book);

        await EndAsync(await RegenerateAsync(person, book, version: 1, part: "picture"));
        var redrawn = await PagesAsync(person, book);
        Assert.Equal($"{first[Page - 1]!["text"]}", $"{redrawn[Page - 1]!["text"]}");
        Assert.NotEqual($"{first[Page - 1]!["svg"]}", $"{redrawn[Page - 1]!["svg"]}");
        Assert.Equal(Others(first), Others(redrawn));

        await EndAsync(await RegenerateAsync(person, book, version: 2, part: "words"));
        var retold = await PagesAsync(person, book);
        Assert.NotEqual($"{first[Page - 1]!["text"]}", $"{retold[Page - 1]!["text"]}");
        Assert.True(retold[Page - 1]!["readability"]!["passed"]!.GetValue<bool>());
        Assert.Equal(Others(first), Others(retold));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_to_the_byte_and_nothing_in_between_is_lost()
    {
        var (person, book) = await MadeAsync();
        var pdf = await PdfAsync(person, book);
        await EndAsync(await EditAsync(person, book, version: 1, "Ned sat."));

        var restored = await person.PostAsync($"{book}/versions/1/restore", new { version = 2 });
        await EndAsync(restored.Expect(HttpStatusCode.Accepted));

        Assert.Equal(pdf, await PdfAsync(person, book));
        var versions = (await person.GetAsync($"{book}/versions")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(
            ["3 restored 1 true", "2 edited  false", "1 made  false"],
            versions.Select(v => $"{v!["number"]} {v["cause"]} {v["restored"]} {v["current"]}")
        );
        Assert.Equal("Ned sat.", $"{versions[1]!["words"]}");
        (await person.PostAsync($"{book}/versions/9/restore", new { version = 3 })).ExpectProblem(
            HttpStatusCode.NotFound,
            "version_not_found"
        );
    }

    [Fact]
    public async Task A_locked_page_is_refused_to_changes_and_kept_when_the_book_is_made_again()
    {
        var (person, book) = await MadeAsync();
        await EndAsync(await EditAsync(person, book, version: 1, "Ned sat."));
        var before = await PagesAsync(person, book);
        (await person.PostAsync($"{book}/pages/{Page}/lock")).Expect(HttpStatusCode.NoContent);
        Assert.True((await PagesAsync(person, book))[Page - 1]!["locked"]!.GetValue<bool>());

        (await person.PatchAsync($"{book}/pages/{Page}", new { version = 2, text = "No." })).ExpectProblem(
            HttpStatusCode.Conflict,
            "page_locked"
        );
        var brief = new
        {
            prompt = "An owl afraid of the dark",
            pages = 24,
            seed = 7,
        };
        (await person.PatchAsync(book, new { brief })).Expect(HttpStatusCode.OK);
        await EndAsync((await person.PostAsync($"{book}/generate")).Expect(HttpStatusCode.Accepted));

        var after = await PagesAsync(person, book);
        Assert.Equal($"{before[Page - 1]!["svg"]}", $"{after[Page - 1]!["svg"]}");
        Assert.Equal("Ned sat.", $"{after[Page - 1]!["text"]}");
        Assert.NotEqual($"{before[Page]!["text"]}", $"{after[Page]!["text"]}");

        (await person.PostAsync($"{book}/pages/{Page}/unlock")).Expect(HttpStatusCode.NoContent);
        Assert.False((await PagesAsync(person, book))[Page - 1]!["locked"]!.GetValue<bool>());
    }

    private async Task<(Person Person, string Book)> MadeAsync()
    {
        var person = await studio.RegisterAsync();
        var book = await BookStudio.OrderAsync(person);
        Assert.Equal("succeeded", $"{(await studio.MakeAsync(person, book))["state"]}");
        return (person, $"books/{book}");
    }

    private async Task EndAsync(JsonNode accepted)
    {
        var job = accepted["jobId"]!.GetValue<Guid>();
        await studio.ReachAsync(job, "succeeded", "failed", "cancelled");
        var ended = await studio.Services.GetRequiredService<JobClient>().GetAsync(job);
        Assert.True(ended!.Job.State is JobState.Succeeded, $"{ended.Job.Error}");
    }

    private static async Task<JsonNode> EditAsync(Person person, string book, int version, string text) =>
        (await person.PatchAsync($"{book}/pages/{Page}", new { version, text })).Expect(HttpStatusCode.Accepted);

    private static async Task<JsonNode> RegenerateAsync(Person person, string book, int version, string part) =>
        (await person.PostAsync($"{book}/pages/{Page}/regenerate", new { version, part })).Expect(
            HttpStatusCode.Accepted
        );

    private static async Task<JsonArray> PagesAsync(Person person, string book) =>
        (await person.GetAsync($"{book}/pages")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

    private static IEnumerable<string> Others(JsonArray pages) =>
        pages
            .Where(page => page!["kind"]!.GetValue<string>() == "story" && page["number"]!.GetValue<int>() != Page)
            .Select(page => $"{page!["svg"]}");

    private static Task<byte[]> PdfAsync(Person person, string book) =>
        BookStudio.DownloadAsync(person, $"{book}/download?format=pdf");
}
