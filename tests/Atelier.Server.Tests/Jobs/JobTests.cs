using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Jobs;

public sealed class JobTests(JobStudio studio) : IClassFixture<JobStudio>
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    [Fact]
    public async Task A_finished_job_shows_its_result_its_steps_and_its_attempts()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(id, "succeeded");

        var job = (await person.GetAsync($"jobs/{id}")).Expect(HttpStatusCode.OK);

        Assert.Equal("succeeded", Text(job["state"]));
        Assert.Equal("b1", Text(job["result"]!["bookId"]));
        Assert.Equal(1, job["progress"]!["fraction"]!.GetValue<double>());
        Assert.Equal("on my way", Text(job["progress"]!["message"]));
        Assert.Equal("pack", Text(Assert.Single(job["steps"]!.AsArray())!["name"]));
        Assert.Equal("succeeded", Text(Assert.Single(job["attempts"]!.AsArray())!["outcome"]));
        Assert.Null(job["error"]);
    }

    [Fact]
    public async Task A_failed_job_says_why_and_can_be_queued_again()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "fail once");
        await studio.ReachAsync(id, "failed");
        var failed = (await person.GetAsync($"jobs/{id}")).Expect(HttpStatusCode.OK);
        Assert.Equal("errand.lost", Text(failed["error"]!["code"]));

        var retried = (await person.PostAsync($"jobs/{id}/retry")).Expect(HttpStatusCode.OK);

        Assert.Null(retried["error"]);
        Assert.True(retried["lastSeq"]!.GetValue<int>() > failed["lastSeq"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_running_job_is_cancelled_and_the_second_wish_is_a_conflict()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "wait");
        await studio.ReachAsync(id, "step");

        (await person.PostAsync($"jobs/{id}/cancel")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(id, "cancelled");

        (await person.PostAsync($"jobs/{id}/cancel")).ExpectProblem(HttpStatusCode.Conflict, "job_finished");
        Assert.Equal("cancelled", Text((await person.GetAsync($"jobs/{id}")).Body!["state"]));
    }

    [Fact]
    public async Task Only_a_finished_job_can_be_deleted()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "succeed", runAt: Never);
        (await person.DeleteAsync($"jobs/{id}")).ExpectProblem(HttpStatusCode.Conflict, "job_not_finished");
        await person.PostAsync($"jobs/{id}/cancel");

        (await person.DeleteAsync($"jobs/{id}")).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync($"jobs/{id}")).ExpectProblem(HttpStatusCode.NotFound, "job_not_found");
    }

    [Fact]
    public async Task A_job_is_not_queued_again_beside_another_for_the_same_thing()
    {
        var person = await studio.RegisterAsync();
        var first = await studio.EnqueueAsync(person, "succeed", key: $"{person.Id}", runAt: Never);
        await person.PostAsync($"jobs/{first}/cancel");
        await studio.EnqueueAsync(person, "succeed", key: $"{person.Id}", runAt: Never);

        (await person.PostAsync($"jobs/{first}/retry")).ExpectProblem(HttpStatusCode.Conflict, "job_already_queued");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/cancel")]
    [InlineData("POST", "/retry")]
    [InlineData("GET", "/events")]
    public async Task C01_somebody_elses_job_is_forbidden_and_an_absent_one_not_found(string method, string action)
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var id = await studio.EnqueueAsync(owner, "succeed", runAt: Never);
        var verb = HttpMethod.Parse(method);

        var foreign = await other.SendAsync(verb, $"jobs/{id}{action}");
        var absent = await other.SendAsync(verb, $"jobs/{other.Id}{action}");
        var stranger = await studio.Stranger.AskAsync(verb, $"jobs/{id}{action}");

        foreign.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        absent.ExpectProblem(HttpStatusCode.NotFound, "job_not_found");
        stranger.ExpectProblem(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task The_list_shows_ones_own_newest_first_narrowed_and_page_by_page()
    {
        var person = await studio.RegisterAsync();
        await studio.EnqueueAsync(await studio.RegisterAsync(), "succeed", runAt: Never);
        var project = await person.CreateProjectAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add(await studio.EnqueueAsync(person, "succeed", i == 1 ? project : null, runAt: Never));
        await person.PostAsync($"jobs/{ids[0]}/cancel");

        var first = (await person.GetAsync("jobs?limit=2")).Expect(HttpStatusCode.OK);
        var second = await person.GetAsync($"jobs?limit=2&cursor={first["nextCursor"]}");

        Assert.Equal([ids[2], ids[1]], Ids(first));
        Assert.Equal([ids[0]], Ids(second.Expect(HttpStatusCode.OK)));
        Assert.Equal([ids[1]], Ids((await person.GetAsync($"jobs?project={project}")).Expect(HttpStatusCode.OK)));
        Assert.Equal([ids[0]], Ids((await person.GetAsync("jobs?state=cancelled")).Expect(HttpStatusCode.OK)));
        Assert.Equal(3, Ids((await person.GetAsync("jobs?kind=test.errand.v1")).Expect(HttpStatusCode.OK)).Count);
        Assert.Empty(Ids((await person.GetAsync("jobs?kind=no.such.kind")).Expect(HttpStatusCode.OK)));
        var stats = (await person.GetAsync("jobs/stats")).Expect(HttpStatusCode.OK);
        Assert.Equal((2, 1), (stats["queued"]!.GetValue<int>(), stats["cancelled"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("jobs?state=lost", "state")]
    [InlineData("jobs?state=2", "state")]
    [InlineData("jobs?project=x", "project")]
    [InlineData("jobs?limit=0", "limit")]
    [InlineData("jobs?cursor=*", "cursor")]
    [InlineData("jobs?kind=%00", "kind")]
    public async Task A_bad_filter_is_refused_by_its_name(string path, string field)
    {
        var person = await studio.RegisterAsync();

        var errors = (await person.GetAsync(path)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    [Fact]
    public async Task Events_are_read_on_from_where_the_client_stopped()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(id, "succeeded");

        var all = (await person.GetAsync($"jobs/{id}/events")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var page = (await person.GetAsync($"jobs/{id}/events?after=1&limit=1")).Expect(HttpStatusCode.OK);

        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(e => e!["seq"]!.GetValue<int>()));
        Assert.Equal("running", Text(Assert.Single(page["items"]!.AsArray())!["type"]));
        Assert.Equal("2", Text(page["nextCursor"]));
        var bad = await person.GetAsync($"jobs/{id}/events?after=-1");
        Assert.NotNull(bad.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["after"]);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static List<Guid> Ids(JsonNode page) =>
        [.. page["items"]!.AsArray().Select(j => j!["id"]!.GetValue<Guid>())];
}
