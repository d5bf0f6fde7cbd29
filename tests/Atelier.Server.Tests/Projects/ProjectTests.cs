using System.Net;
using Atelier.Support;

namespace Atelier.Projects;

public sealed class ProjectTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task A_project_is_created_read_changed_and_deleted()
    {
        var person = await studio.RegisterAsync();
        var id = await person.CreateProjectAsync(" Bedtime ");

        Assert.Equal("Bedtime", Name(await person.GetAsync($"projects/{id}")));
        Assert.Equal("Morning", Name(await person.PatchAsync($"projects/{id}", new { name = "Morning" })));
        (await person.DeleteAsync($"projects/{id}")).Expect(HttpStatusCode.NoContent);
        (await person.GetAsync($"projects/{id}")).ExpectProblem(HttpStatusCode.NotFound, "project_not_found");
    }

    [Fact]
    public async Task C01_somebody_elses_project_is_forbidden_and_stays_as_it_was()
    {
        var owner = await studio.RegisterAsync();
        var other = await studio.RegisterAsync();
        var path = $"projects/{await owner.CreateProjectAsync()}";

        (await other.GetAsync(path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.PatchAsync(path, new { name = "Mine" })).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await other.DeleteAsync(path)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");

        Assert.Equal("Bedtime", Name(await owner.GetAsync(path)));
    }

    [Fact]
    public async Task A_stranger_is_asked_who_they_are()
    {
        var person = await studio.RegisterAsync();
        var path = $"projects/{await person.CreateProjectAsync()}";

        (await studio.Stranger.AskAsync(HttpMethod.Get, path)).ExpectProblem(
            HttpStatusCode.Unauthorized,
            "unauthorized"
        );
    }

    [Fact]
    public async Task The_list_shows_ones_own_newest_first_page_by_page()
    {
        var person = await studio.RegisterAsync();
        await (await studio.RegisterAsync()).CreateProjectAsync("Not mine");
        foreach (var name in (string[])["One", "Two", "Three"])
            await person.CreateProjectAsync(name);

        var first = (await person.GetAsync("projects?limit=2")).Expect(HttpStatusCode.OK);
        var second = (await person.GetAsync($"projects?limit=2&cursor={first["nextCursor"]}")).Expect(
            HttpStatusCode.OK
        );

        Assert.Equal(["Three", "Two"], first["items"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()));
        Assert.Equal(["One"], second["items"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()));
        Assert.Null(second["nextCursor"]);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=bm90IGFuIGlk", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=*", "cursor")]
    public async Task D10_a_bad_page_is_refused_by_the_name_of_its_parameter(string query, string field)
    {
        var person = await studio.RegisterAsync();

        var errors = (await person.GetAsync($"projects?{query}")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":5}""", "name")]
    [InlineData("""{"name":["x"]}""", "name")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    public async Task A_bad_name_is_refused_by_the_name_of_its_field(string json, string field)
    {
        var person = await studio.RegisterAsync();
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        var errors = (await person.PostAsync("projects", body)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    [Fact]
    public async Task C03_what_a_person_may_not_choose_is_ignored()
    {
        var person = await studio.RegisterAsync();
        var other = await studio.RegisterAsync();

        var made = await person.PostAsync(
            "projects",
            new
            {
                name = "Mine",
                ownerId = other.Id,
                id = other.Id,
            }
        );

        var id = made.Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
        Assert.NotEqual(other.Id, id);
        (await person.GetAsync($"projects/{id}")).Expect(HttpStatusCode.OK);
    }

    private static string Name(Answer answer) => answer.Expect(HttpStatusCode.OK)["name"]!.GetValue<string>();
}
