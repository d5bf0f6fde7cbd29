using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Jobs.Tasks;

public sealed class TaskTests(JobStudio studio) : IClassFixture<JobStudio>
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    [Fact]
    public async Task Those_who_look_after_tasks_see_everybodys_and_others_their_own()
    {
        var (one, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var (first, second) = (
            await studio.EnqueueAsync(one, "succeed", runAt: Never),
            await studio.EnqueueAsync(other, "succeed", runAt: Never)
        );

        foreach (var role in (string[])["moderator", "admin"])
        {
            var staff = await studio.RegisterAsync(role);
            var page = (await staff.GetAsync("tasks?limit=2")).Expect(HttpStatusCode.OK);
            Assert.Equal([second, first], Ids(page));
            Assert.Equal(other.Id, page["items"]![0]!["ownerId"]!.GetValue<Guid>());
            Assert.Equal("errands", Text(page["items"]![0]!["lane"]));
            Assert.Equal([first], Ids((await staff.GetAsync($"tasks?owner={one.Id}")).Expect(HttpStatusCode.OK)));
            Assert.Equal(
                first,
                (await staff.GetAsync($"tasks/{first}")).Expect(HttpStatusCode.OK)["id"]!.GetValue<Guid>()
            );
        }
        Assert.Equal([first], Ids((await one.GetAsync("tasks")).Expect(HttpStatusCode.OK)));
        (await one.GetAsync($"tasks?owner={other.Id}")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task C05_without_the_scope_for_people_a_moderators_key_sees_only_its_persons_tasks()
    {
        var person = await studio.RegisterAsync();
        var foreign = await studio.EnqueueAsync(person, "succeed", runAt: Never);
        var program = await studio.RegisterAsync("moderator", ["jobs:read", "jobs:write"]);

        Assert.Empty(Ids((await program.GetAsync("tasks")).Expect(HttpStatusCode.OK)));
        (await program.GetAsync($"tasks/{foreign}")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await program.PostAsync($"tasks/{foreign}/cancel")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await program.PostAsync("tasks/lanes/errands/pause")).ExpectProblem(
            HttpStatusCode.Forbidden,
            "insufficient_scope"
        );
        (await program.PostAsync("tasks/lanes/nowhere/pause")).ExpectProblem(HttpStatusCode.NotFound, "lane_not_found");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_lane_kind_text_and_time()
    {
        var (staff, person) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync());
        var before = studio.Clock.GetUtcNow();
        var failed = await studio.EnqueueAsync(person, "fail");
        await studio.ReachAsync(failed, "failed");
        var cancelled = await studio.EnqueueAsync(person, "succeed", runAt: Never);
        await person.PostAsync($"tasks/{cancelled}/cancel");
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        var between = studio.Clock.GetUtcNow();
        var waiting = await studio.EnqueueAsync(person, "succeed", runAt: Never);
        var of = $"tasks?owner={person.Id}&";

        await ShowsAsync($"{of}state=failed", failed);
        await ShowsAsync($"{of}state=cancelled", cancelled);
        await ShowsAsync($"{of}state=queued", waiting);
        await ShowsAsync($"{of}state=running");
        await ShowsAsync($"{of}state=succeeded");
        await ShowsAsync($"{of}lane=errands", waiting, cancelled, failed);
        await ShowsAsync($"{of}lane=nowhere");
        await ShowsAsync($"{of}kind=test.errand.v1&state=failed", failed);
        await ShowsAsync($"{of}text=GOT%20lost", failed);
        await ShowsAsync($"{of}text=errand.v1", waiting, cancelled, failed);
        await ShowsAsync($"{of}text=%25");
        await ShowsAsync($"{of}from={Instant(between)}", waiting);
        await ShowsAsync($"{of}from={Instant(before)}&to={Instant(between)}", cancelled, failed);

        async Task ShowsAsync(string path, params Guid[] ids) =>
            Assert.Equal(ids, Ids((await staff.GetAsync(path)).Expect(HttpStatusCode.OK)));
    }

    [Fact]
    public async Task Pages_of_a_narrowed_list_follow_one_another()
    {
        var (staff, person) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Insert(0, await studio.EnqueueAsync(person, "succeed", runAt: Never));

        var first = (await staff.GetAsync($"tasks?owner={person.Id}&lane=errands&limit=2")).Expect(HttpStatusCode.OK);
        var next = $"tasks?owner={person.Id}&lane=errands&limit=2&cursor={first["nextCursor"]}";
        var second = (await staff.GetAsync(next)).Expect(HttpStatusCode.OK);

        Assert.Equal(ids, [.. Ids(first), .. Ids(second)]);
        Assert.Null(second["nextCursor"]);
    }

    [Fact]
    public async Task A_task_shows_its_steps_attempts_and_log_and_its_result_to_its_owner_only()
    {
        var (staff, person) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        var id = await studio.EnqueueAsync(person, "succeed");
        await studio.ReachAsync(id, "succeeded");

        var mine = (await person.GetAsync($"tasks/{id}")).Expect(HttpStatusCode.OK);
        var theirs = (await staff.GetAsync($"tasks/{id}")).Expect(HttpStatusCode.OK);

        Assert.Equal("b1", Text(mine["result"]!["bookId"]));
        Assert.Null(theirs["result"]);
        Assert.DoesNotContain("bookId", theirs.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("pack", Text(Assert.Single(theirs["steps"]!.AsArray())!["name"]));
        Assert.Equal("succeeded", Text(Assert.Single(theirs["attempts"]!.AsArray())!["outcome"]));
        var log = theirs["log"]!.AsArray().Select(line => Text(line!["message"])).ToList();
        Assert.Equal(("Queued.", "Attempt 1 began.", "Succeeded."), (log[0], log[1], log[^1]));
        Assert.Contains(log, line => line.StartsWith("Finished the step pack in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_staff_does_to_others_tasks_and_to_lanes_stands_in_the_audit_trail()
    {
        var (staff, admin) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync("admin"));
        var person = await studio.RegisterAsync();
        var (foreign, own) = (
            await studio.EnqueueAsync(person, "succeed", runAt: Never),
            await studio.EnqueueAsync(staff, "succeed", runAt: Never)
        );

        (await staff.PostAsync($"tasks/{foreign}/cancel")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync($"tasks/{own}/cancel")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync($"tasks/{foreign}/cancel")).ExpectProblem(HttpStatusCode.Conflict, "task_finished");
        (await staff.PostAsync($"tasks/{foreign}/retry")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync("tasks/lanes/errands/pause")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync("tasks/lanes/errands/drain")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync("tasks/lanes/errands/resume")).Expect(HttpStatusCode.OK);

        var entries = (await admin.GetAsync($"admin/audit?actor={staff.Id}")).Expect(HttpStatusCode.OK)["items"]!;
        Assert.Equal(
            ["lane.resumed", "lane.drained", "lane.paused", "task.retried", "task.cancelled"],
            entries.AsArray().Select(entry => Text(entry!["action"]))
        );
        Assert.Equal(foreign, entries[4]!["subjectId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_task_is_retried_from_a_step_only_after_it_failed()
    {
        var person = await studio.RegisterAsync();
        var id = await studio.EnqueueAsync(person, "fail");
        await studio.ReachAsync(id, "failed");

        var unknown = await person.PostAsync($"tasks/{id}/retry", new { fromStep = "unpack" });
        (await person.PostAsync($"tasks/{id}/retry", new { fromStep = "pack" })).Expect(HttpStatusCode.OK);

        Assert.NotNull(unknown.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["fromStep"]);
        var waiting = await studio.EnqueueAsync(person, "succeed", runAt: Never);
        (await person.PostAsync($"tasks/{waiting}/retry", new { fromStep = "pack" })).ExpectProblem(
            HttpStatusCode.Conflict,
            "task_not_retryable"
        );
    }

    [Fact]
    public async Task A_paused_lane_shows_what_waits_in_it_and_runs_it_when_it_is_resumed()
    {
        var (staff, person) = (await studio.RegisterAsync("admin"), await studio.RegisterAsync());
        var paused = (await staff.PostAsync("tasks/lanes/errands/pause")).Expect(HttpStatusCode.OK);
        Assert.Equal("paused", Text(paused["mode"]));
        var waiting = await studio.EnqueueAsync(person, "succeed");

        var lanes = (await staff.GetAsync("tasks/lanes")).Expect(HttpStatusCode.OK).AsArray();
        var task = (await person.GetAsync($"tasks/{waiting}")).Expect(HttpStatusCode.OK);
        (await staff.PostAsync("tasks/lanes/errands/resume")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(waiting, "succeeded");

        var lane = Assert.Single(lanes, lane => Text(lane!["name"]) == "errands")!;
        Assert.True(lane["queued"]!.GetValue<int>() > 0);
        Assert.Equal("queued", Text(task["state"]));
        (await person.GetAsync("tasks/lanes")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
    }

    [Fact]
    public async Task Stats_say_how_much_was_done_how_fast_and_what_failed()
    {
        var (staff, person) = (await studio.RegisterAsync("moderator"), await studio.RegisterAsync());
        foreach (var (what, end) in ((string, string)[])[("succeed", "succeeded"), ("fail", "failed")])
            await studio.ReachAsync(await studio.EnqueueAsync(person, what), end);
        await studio.EnqueueAsync(person, "succeed", runAt: Never);

        foreach (var window in (string[])["", "?window=1h", "?window=7d"])
        {
            var stats = (await staff.GetAsync($"tasks/stats{window}")).Expect(HttpStatusCode.OK);
            var kind = Assert.Single(stats["kinds"]!.AsArray(), kind => Text(kind!["kind"]) == "test.errand.v1")!;
            Assert.True(kind["runs"]!["succeeded"]!.GetValue<int>() > 0);
            Assert.True(kind["runs"]!["failed"]!.GetValue<int>() > 0);
            Assert.True(kind["wait"]!["p50"]!.GetValue<double>() <= kind["wait"]!["p99"]!.GetValue<double>());
            Assert.True(stats["run"]!["p95"]!.GetValue<double>() >= 0);
            Assert.True(stats["perHour"]!.GetValue<double>() > 0);
            Assert.True(stats["queued"]!.GetValue<int>() > 0);
        }
        (await person.GetAsync("tasks/stats")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
        var bad = (await staff.GetAsync("tasks/stats?window=1y")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(bad["window"]);
    }

    [Theory]
    [InlineData("tasks?state=lost", "state")]
    [InlineData("tasks?owner=x", "owner")]
    [InlineData("tasks?from=yesterday", "from")]
    [InlineData("tasks?cursor=*", "cursor")]
    [InlineData("tasks?text=%00", "text")]
    [InlineData("tasks?lane=%00", "lane")]
    public async Task A_bad_filter_is_refused_by_its_name(string path, string field)
    {
        var person = await studio.RegisterAsync("moderator");

        var errors = (await person.GetAsync(path)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.NotNull(errors[field]);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static string Instant(DateTimeOffset moment) => Uri.EscapeDataString($"{moment:O}");

    private static List<Guid> Ids(JsonNode page) =>
        [.. page["items"]!.AsArray().Select(j => j!["id"]!.GetValue<Guid>())];
}
