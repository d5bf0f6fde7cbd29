using System.Net;
using Atelier.Support;

namespace Atelier.Campaigns.Blogs;

/// <summary>What is known of blogs, without fetching anything.</summary>
public sealed class BlogShelfTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task A_list_shows_ones_own_blogs_newest_first_and_finds_them_by_address()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        await KnownBlogs.BlogAsync(studio, person, "https://bread.example.org/");
        await KnownBlogs.BlogAsync(studio, person, "https://tea.example.org/");
        await KnownBlogs.BlogAsync(studio, other, "https://bread.example.org/");

        var all = (await person.GetAsync("blogs")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var found = (await person.GetAsync("blogs?search=BREAD")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        Assert.Equal(["tea.example.org", "bread.example.org"], all.Select(b => $"{b!["host"]}"));
        Assert.Equal("https://bread.example.org/", $"{Assert.Single(found)!["address"]}");
    }

    [Fact]
    public async Task A_deleted_blog_takes_its_posts_with_it()
    {
        var person = await studio.RegisterAsync();
        var post = await KnownBlogs.PostAsync(studio, person);
        var blog = $"{(await person.GetAsync($"posts/{post}")).Expect(HttpStatusCode.OK)["blogId"]}";
        var listed = (await person.GetAsync($"blogs/{blog}/posts")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        (await person.DeleteAsync($"blogs/{blog}")).Expect(HttpStatusCode.NoContent);

        Assert.Equal($"{post}", $"{Assert.Single(listed)!["id"]}");
        (await person.GetAsync($"posts/{post}")).ExpectProblem(HttpStatusCode.NotFound, "post_not_found");
    }

    [Fact]
    public async Task Another_person_sees_and_touches_nothing()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var (blog, post) = (await KnownBlogs.BlogAsync(studio, person), await KnownBlogs.PostAsync(studio, person));
        var block = (await person.PostAsync("blogs/blocks", new { host = "spam.example.org" })).Expect(
            HttpStatusCode.Created
        )["id"];

        foreach (var path in (string[])[$"blogs/{blog}", $"blogs/{blog}/posts", $"posts/{post}"])
            (await other.GetAsync(path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        foreach (var path in (string[])[$"blogs/{blog}", $"blogs/blocks/{block}"])
            (await other.DeleteAsync(path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");

        Assert.Empty((await other.GetAsync("blogs/blocks")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        (await person.GetAsync($"blogs/{blog}")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://Example.ORG/about", "example.org")]
    [InlineData("blog.example.org.", "blog.example.org")]
    [InlineData("example.org:8080", "example.org:8080")]
    public async Task A_block_list_keeps_hosts_however_they_are_written(string written, string kept)
    {
        var person = await studio.RegisterAsync();

        var block = (await person.PostAsync("blogs/blocks", new { host = written })).Expect(HttpStatusCode.Created);
        var again = await person.PostAsync("blogs/blocks", new { host = kept });

        Assert.Equal(kept, $"{block["host"]}");
        again.ExpectProblem(HttpStatusCode.Conflict, "host_blocked_already");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("ftp://example.org")]
    [InlineData("user@example.org")]
    public async Task What_is_no_host_is_not_listed(string host)
    {
        var person = await studio.RegisterAsync();

        Assert.Contains(
            "host",
            (await person.PostAsync("blogs/blocks", new { host })).ExpectProblem(HttpStatusCode.BadRequest, "invalid")
        );
    }
}
