using System.Net;
using System.Text.Json.Nodes;
using Atelier.Identity.Access;
using Atelier.Support;

namespace Atelier.Videos;

/// <summary>Orders, in a studio that renders nothing.</summary>
public sealed class VideoTests(QuietStudio studio) : IClassFixture<QuietStudio>
{
    [Theory]
    [InlineData("""{"prompt":"A fox","duration":0}""", "duration")]
    [InlineData("""{"prompt":"A fox","duration":61}""", "duration")]
    [InlineData("""{"prompt":"A fox","duration":-1}""", "duration")]
    [InlineData("""{"prompt":"A fox","duration":1.5e9}""", "duration")]
    [InlineData("""{"prompt":"A fox","resolution":"8k"}""", "resolution")]
    [InlineData("""{"prompt":"A fox","quality":"best"}""", "quality")]
    [InlineData("""{"prompt":"A fox","model":"sora"}""", "model")]
    [InlineData("""{"prompt":""}""", "prompt")]
    public async Task A_job_for_a_film_that_cannot_be_made_is_refused(string body, string field)
    {
        var person = await studio.RegisterAsync();
        foreach (var path in (string[])["jobs", "videos"])
        {
            var problem = (await person.PostAsync(path, JsonNode.Parse(body)!)).ExpectProblem(
                HttpStatusCode.BadRequest,
                "invalid"
            );
            Assert.NotNull(problem[field]);
        }
    }

    [Theory]
    [InlineData("fps", "25")]
    [InlineData("aspect", "\"4:3\"")]
    [InlineData("voice", "\"nobody\"")]
    [InlineData("voiceSpeed", "1000")]
    [InlineData("seed", "-1")]
    public async Task Options_that_do_not_exist_are_refused(string field, string value)
    {
        var person = await studio.RegisterAsync();
        var body = JsonNode.Parse($$"""{"prompt":"A fox","{{field}}":{{value}}}""")!;
        var problem = (await person.PostAsync("videos", body)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(problem[field]);
    }

    [Fact]
    public async Task Long_prompts_and_large_metadata_are_refused()
    {
        var person = await studio.RegisterAsync();
        var longer = new { prompt = new string('a', 10_000) };
        Assert.NotNull(
            (await person.PostAsync("jobs", longer)).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["prompt"]
        );
        var large = new { prompt = "A fox", metadata = new Dictionary<string, string> { ["note"] = new('x', 9000) } };
        Assert.NotNull(
            (await person.PostAsync("jobs", large)).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["metadata"]
        );
        var deep = JsonNode.Parse(
            """{"prompt":"A fox","metadata":{"a":""" + new string('[', 60) + new string(']', 60) + "}}"
        )!;
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostAsync("jobs", deep)).Status);
    }

    [Fact]
    public async Task A_job_by_prompt_is_a_film_and_says_which()
    {
        var person = await studio.RegisterAsync();
        var job = (
            await person.PostAsync(
                "jobs",
                new
                {
                    prompt = "A fox",
                    duration = 2.5,
                    metadata = new { mine = 1 },
                    maxRetries = 0,
                }
            )
        ).Expect(HttpStatusCode.Accepted);
        Assert.Equal(("video", "queued"), ($"{job["kind"]}", $"{job["state"]}"));
        var video = (await person.GetAsync($"videos/{job["videoId"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("rendering", 2.5, 1),
            (
                $"{video["state"]}",
                video["order"]!["duration"]!.GetValue<double>(),
                video["order"]!["metadata"]!["mine"]!.GetValue<int>()
            )
        );
        Assert.Equal(
            1,
            (await person.GetAsync($"jobs/{job["id"]}")).Expect(HttpStatusCode.OK)["maxAttempts"]!.GetValue<int>()
        );

        var book = (await person.PostAsync("jobs", new { kind = "book", prompt = "A fox" })).Expect(
            HttpStatusCode.Accepted
        );
        (await person.GetAsync($"books/{book["bookId"]}")).Expect(HttpStatusCode.OK);
        Assert.NotNull(
            (
                await person.PostAsync(
                    "jobs",
                    new
                    {
                        kind = "book",
                        prompt = "A fox",
                        duration = 3,
                    }
                )
            ).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["duration"]
        );
        Assert.NotNull(
            (await person.PostAsync("jobs", new { kind = "song", prompt = "A fox" })).ExpectProblem(
                HttpStatusCode.BadRequest,
                "invalid"
            )["kind"]
        );
        (await person.PostAsync("jobs", new { prompt = "A fox", projectId = Guid.Empty })).ExpectProblem(
            HttpStatusCode.NotFound,
            "project_not_found"
        );
        var foreign = await (await studio.RegisterAsync()).CreateProjectAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await person.PostAsync("jobs", new { prompt = "A fox", projectId = foreign })).Status
        );
    }

    [Fact]
    public async Task A_deleted_film_can_be_had_back()
    {
        var person = await studio.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person);

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync($"videos/{video}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"videos/{video}")).Status);
        Assert.Empty((await person.GetAsync("videos")).Expect(HttpStatusCode.OK)["items"]!.AsArray());

        (await person.PostAsync($"videos/{video}/restore")).Expect(HttpStatusCode.OK);
        Assert.Single((await person.GetAsync("videos")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }
}
