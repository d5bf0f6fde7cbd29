using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Campaigns.Blogs;

/// <summary>Searches as jobs, over HTTP.</summary>
public sealed class DiscoverBlogsTests(CrawlStudio studio) : IClassFixture<CrawlStudio>
{
    [Fact]
    public async Task A_search_that_was_stopped_can_go_on_and_an_analysis_shows_its_parts()
    {
        var person = await studio.RegisterAsync();
        await using var web = await FakeWeb.StartAsync(studio);
        var quick = SmallBlog.Publish(
            web,
            "quick.test",
            "knitting socks",
            ["Heels", "Toes"],
            "<a href='/contact'>Write</a>"
        );
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        web.Serve(
            "slow.test",
            "/robots.txt",
            async http =>
            {
                arrived.TrySetResult();
                await goOn.Task.WaitAsync(http.RequestAborted);
            }
        );
        SmallBlog.Publish(web, "slow.test", "knitting caps", ["Caps"]);
        var search = new { seeds = (string[])[$"{quick}", $"{web.At("slow.test")}"], followLinks = false };

        var job = await AcceptAsync(person, "blogs/discover", search);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        await person.PostAsync($"jobs/{job}/cancel");
        await studio.ReachAsync(job, "cancelled");
        goOn.SetResult();
        (await person.PostAsync($"jobs/{job}/retry")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(job, "succeeded");

        var blogs = (await person.GetAsync("blogs")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(2, blogs.Count);
        var id = $"{blogs.Single(b => $"{b!["address"]}" == $"{quick}")!["id"]}";
        await studio.ReachAsync(
            await AcceptAsync(
                person,
                $"blogs/{id}/analyze",
                new { topic = "Knitting socks", keywords = (string[])["socks"] }
            ),
            "succeeded"
        );
        var blog = (await person.GetAsync($"blogs/{id}")).Expect(HttpStatusCode.OK);
        var parts = blog["analysis"]!["parts"]!.AsArray().ToDictionary(p => $"{p!["name"]}", p => p!["value"]);
        Assert.True(parts["topic_fit"]!.GetValue<double>() > 0.5);
        Assert.Equal((1, 0), (parts["openness"]!.GetValue<double>(), parts["authority.https"]!.GetValue<double>()));
        Assert.Contains("authority.inbound", parts.Keys);
        Assert.Equal(1, parts["authority.contact"]!.GetValue<double>());
        Assert.Equal("open", $"{blog["openness"]}");
        var post = (await person.GetAsync($"blogs/{id}/posts")).Expect(HttpStatusCode.OK)["items"]![0]!;
        var whole = (await person.GetAsync($"posts/{post["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Contains("37 of 40", $"{whole["text"]}");
        Assert.Equal("fetched", $"{whole["fetch"]!["outcome"]}");
    }

    [Fact]
    public async Task A_list_of_feeds_becomes_blogs_and_what_is_none_is_told()
    {
        var person = await studio.RegisterAsync();
        await using var web = await FakeWeb.StartAsync(studio);
        SmallBlog.Publish(web, "listed.test", "maps", ["Old maps"]);
        var opml = $"""
            <opml version="2.0"><body><outline text="Maps"><outline type="rss" text="Listed" xmlUrl="{web.At(
                "listed.test",
                "/feed"
            )}"/>
            <outline type="rss" text="Odd" xmlUrl="http://user@listed.test/feed"/></outline></body></opml>
            """;

        var answer = (await person.PostAsync("blogs/opml", new { opml })).Expect(HttpStatusCode.Accepted);
        await studio.ReachAsync(answer["jobId"]!.GetValue<Guid>(), "succeeded");
        var broken = await person.PostAsync("blogs/opml", new { opml = "no list at all" });

        Assert.Equal(2, answer["found"]!.GetValue<int>());
        Assert.Single(answer["skipped"]!.AsArray());
        var blog = Assert.Single((await person.GetAsync("blogs")).Expect(HttpStatusCode.OK)["items"]!.AsArray())!;
        Assert.Equal(("opml", $"{web.At("listed.test")}"), ($"{blog["foundBy"]}", $"{blog["address"]}"));
        broken.ExpectProblem(HttpStatusCode.UnprocessableEntity, "opml_unreadable");
    }

    [Theory]
    [InlineData("""{}""", "seeds")]
    [InlineData("""{"seeds":["file:///etc/passwd"]}""", "seeds")]
    [InlineData("""{"seeds":["http://user:pw@blog.test/"]}""", "seeds")]
    [InlineData("""{"keywords":[" "]}""", "keywords")]
    [InlineData("""{"keywords":["tea"],"maxBlogs":0}""", "maxBlogs")]
    public async Task A_search_for_nothing_is_refused(string body, string field)
    {
        var person = await studio.RegisterAsync();

        Assert.Contains(
            field,
            (await person.PostAsync("blogs/discover", JsonNode.Parse(body)!)).ExpectProblem(
                HttpStatusCode.BadRequest,
                "invalid"
            )
        );
    }

    private static async Task<Guid> AcceptAsync(Person person, string path, object body) =>
        (await person.PostAsync(path, body)).Expect(HttpStatusCode.Accepted)["jobId"]!.GetValue<Guid>();
}
