using System.Net;
using System.Text;
using Atelier.Support;

namespace Atelier.Books.Journeys;

/// <summary>People do things to a book at awkward moments, and send what no form would let them.</summary>
public sealed class BookRaceTests(BookStudio studio) : IClassFixture<BookStudio>
{
    [Fact]
    public async Task A_book_deleted_while_it_is_made_ends_its_job_and_leaves_nothing_at_work()
    {
        var person = await studio.RegisterAsync();
        var journey = await BookJourney.BeginAsync(person);
        await studio.ReachAsync(journey.Job, "step");

        (await person.DeleteAsync($"books/{journey.Book}")).Expect(HttpStatusCode.NoContent);

        await studio.ReachAsync(journey.Job, "cancelled", "failed", "succeeded");
        var job = (await person.GetAsync($"jobs/{journey.Job}")).Expect(HttpStatusCode.OK);
        Assert.Equal("cancelled", job["state"]!.GetValue<string>());
        (await person.GetAsync($"books/{journey.Book}")).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");
        Assert.Empty(BookJourney.LeftoversIn(studio.DataFolder));

        (await person.PostAsync($"jobs/{journey.Job}/retry")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(journey.Job, "failed");
        var again = (await person.GetAsync($"jobs/{journey.Job}")).Expect(HttpStatusCode.OK);
        Assert.Equal("book_gone", again["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Generate_change_and_delete_at_the_same_moment_are_each_done_or_refused()
    {
        var person = await studio.RegisterAsync();
        for (var round = 0; round < 15; round++)
        {
            var book = $"books/{await BookStudio.OrderAsync(person)}";
            var answers = await Task.WhenAll(
                person.PostAsync($"{book}/generate"),
                person.PatchAsync(book, new { title = "Another" }),
                person.DeleteAsync(book),
                person.PostAsync($"{book}/generate"),
                person.PatchAsync(book, new { title = "A third" }),
                person.DeleteAsync(book)
            );
            Assert.Single(answers, answer => answer.Status is HttpStatusCode.NoContent);
            Assert.All(
                answers,
                answer => Assert.True((int)answer.Status is 200 or 202 or 204 or 404 or 409, $"{answer.Body}")
            );
            (await person.GetAsync(book)).ExpectProblem(HttpStatusCode.NotFound, "book_not_found");
        }

        // A book that is gone keeps nobody busy.
        var jobs = (await person.GetAsync("jobs?limit=100")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        foreach (var job in jobs)
        {
            await studio.ReachAsync(job!["id"]!.GetValue<Guid>(), "cancelled", "failed", "succeeded");
            var ended = (await person.GetAsync($"jobs/{job["id"]}")).Expect(HttpStatusCode.OK);
            Assert.Equal("cancelled", ended["state"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_brief_changed_between_two_tries_of_a_job_does_not_end_up_in_the_middle_of_its_book()
    {
        var person = await studio.RegisterAsync();
        var undisturbed = await BookStudio.OrderAsync(person);
        await studio.MakeAsync(person, undisturbed);
        var journey = await BookJourney.BeginAsync(person);
        await studio.ReachAsync(journey.Job, "step");
        await person.PostAsync($"jobs/{journey.Job}/cancel");
        await studio.ReachAsync(journey.Job, "cancelled");

        var brief = new
        {
            prompt = "A teapot at sea",
            pages = 26,
            trim = "6x9",
            seed = 9,
        };
        (await person.PatchAsync($"books/{journey.Book}", new { brief })).Expect(HttpStatusCode.OK);
        (await person.PostAsync($"jobs/{journey.Job}/retry")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(journey.Job, "succeeded", "failed");

        Assert.Equal(
            await BookJourney.HashesAsync(person, undisturbed),
            await BookJourney.HashesAsync(person, journey.Book)
        );
    }

    [Fact]
    public async Task An_older_job_of_a_book_does_not_replace_what_a_newer_one_made()
    {
        var person = await studio.RegisterAsync();
        var older = await BookJourney.BeginAsync(person);
        await person.PostAsync($"jobs/{older.Job}/cancel");
        await studio.ReachAsync(older.Job, "cancelled");
        await studio.MakeAsync(person, older.Book);

        (await person.PostAsync($"jobs/{older.Job}/retry")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(older.Job, "failed");

        var job = (await person.GetAsync($"jobs/{older.Job}")).Expect(HttpStatusCode.OK);
        Assert.Equal("job_superseded", job["error"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("POST", """{"prompt":"A fox\u0000"}""")]
    [InlineData("POST", """{"prompt":"A fox \ud83d"}""")]
    [InlineData("POST", """{"prompt":"A fox","title":"\u0000"}""")]
    [InlineData("POST", """{"prompt":"A fox","title":"\udc00 and on"}""")]
    [InlineData("POST", """{"prompt":"A fox","dedication":"to\u0000you"}""")]
    [InlineData("POST", """{"prompt":"A fox","characters":[{"name":"Fi\u0000n"}]}""")]
    [InlineData("POST", """{"prompt":"A fox","characters":[{"name":"\ud800"}]}""")]
    [InlineData("PATCH", """{"title":"Red\u0000"}""")]
    [InlineData("PATCH", """{"title":"\ud800"}""")]
    [InlineData("PATCH", """{"brief":{"prompt":"A fox\u0000"}}""")]
    public async Task Text_that_cannot_be_kept_is_refused_and_the_book_stays_as_it_was(string method, string json)
    {
        var person = await studio.RegisterAsync();
        var book = await BookStudio.OrderAsync(person);
        var path = method is "PATCH" ? $"books/{book}" : "books";

        var answer = await SendAsync(person, method, path, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        var kept = Assert.Single((await person.GetAsync("books")).Body!["items"]!.AsArray())!;
        Assert.StartsWith("A shy labrador", kept["title"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_too_large_and_a_deep_one_unreadable()
    {
        var person = await studio.RegisterAsync();
        var large = $$"""{"prompt":"{{new string('a', 1_100_000)}}"}""";
        var deep = $$"""{"prompt":"A fox","characters":{{new string('[', 5000)}}{{new string(']', 5000)}}}""";

        (await SendAsync(person, "POST", "books", large)).ExpectProblem(
            HttpStatusCode.RequestEntityTooLarge,
            "too_large"
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(person, "POST", "books", deep)).Status);
    }

    private static async Task<Answer> SendAsync(Person person, string method, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await person.SendAsync(HttpMethod.Parse(method), path, body);
    }
}
