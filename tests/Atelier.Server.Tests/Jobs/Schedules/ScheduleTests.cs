using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Jobs.Batches;
using Atelier.Support;

namespace Atelier.Jobs.Schedules;

public sealed class ScheduleTests(BatchStudio studio) : IClassFixture<BatchStudio>
{
    private static readonly object Note = new { text = "Good morning" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_shows_when_it_is_due_next()
    {
        var person = await studio.RegisterAsync();
        var asked = new
        {
            name = "Mornings",
            kind = "note",
            request = new { Text = "Good morning" },
            cron = "30 7 * * *",
            timeZone = "Europe/Berlin",
            overlap = "queue",
        };

        var created = (await person.PostAsync("schedules", asked)).Expect(HttpStatusCode.Created);

        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var next = created["nextRuns"]!.AsArray().Select(due => TimeZoneInfo.ConvertTime(Time(due), berlin)).ToList();
        Assert.Equal(5, next.Count);
        Assert.All(next, due => Assert.Equal(new TimeSpan(7, 30, 0), due.TimeOfDay));
        Assert.Equal([1, 1, 1, 1], next.Zip(next.Skip(1)).Select(days => (days.Second.Date - days.First.Date).Days));
        Assert.Equal("Good morning", $"{created["request"]!["text"]}");
        Assert.Equal(("skip", "queue"), ($"{created["missed"]}", $"{created["overlap"]}"));
        var seen = (await person.GetAsync($"schedules/{created["id"]}")).Expect(HttpStatusCode.OK);
        Assert.True(JsonNode.DeepEquals(created, seen));
        Assert.Single((await person.GetAsync("schedules")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task What_is_due_is_ordered_and_written_into_the_history()
    {
        var person = await studio.RegisterAsync();
        var created = await CreateAsync(
            person,
            new
            {
                name = "New year",
                kind = "note",
                request = Note,
                cron = "0 0 1 1 *",
            }
        );

        await DueNowAsync(created);

        var run = Assert.Single(await RunsAsync(person, created, 1))!;
        Assert.Equal("started", $"{run["outcome"]}");
        Assert.Equal($"/notes/{run["workId"]}", $"{run["work"]}");
        await studio.ReachAsync(run["jobId"]!.GetValue<Guid>(), "succeeded");
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_page_by_page()
    {
        var person = await studio.RegisterAsync();
        var created = await CreateAsync(
            person,
            new
            {
                name = "Busy",
                kind = "note",
                request = Note,
                cron = "0 0 1 1 *",
                overlap = "allow",
            }
        );
        await DueNowAsync(created);
        await RunsAsync(person, created, 1);
        await DueNowAsync(created);
        var all = await RunsAsync(person, created, 2);

        var page = (await person.GetAsync($"schedules/{created["id"]}/runs?limit=1")).Expect(HttpStatusCode.OK);
        var rest = (
            await person.GetAsync($"schedules/{created["id"]}/runs?limit=1&cursor={page["nextCursor"]}")
        ).Expect(HttpStatusCode.OK);

        Assert.Equal($"{all[0]!["dueAt"]}", $"{page["items"]![0]!["dueAt"]}");
        Assert.Equal($"{all[1]!["dueAt"]}", $"{rest["items"]![0]!["dueAt"]}");
        Assert.Null(rest["nextCursor"]);
    }

    [Fact]
    public async Task A_schedule_of_a_disabled_person_orders_nothing()
    {
        var person = await studio.RegisterAsync();
        var created = await CreateAsync(
            person,
            new
            {
                name = "Orphan",
                kind = "note",
                request = Note,
                cron = "0 0 1 1 *",
            }
        );
        await DoAsync("update identity.\"user\" set disabled_at = now() where id = $1", person.Id);

        await DueNowAsync(created);
        await UntilAsync("select count(*) = 1 from jobs.schedule_run where schedule_id = $1 and outcome = 4", created);

        Assert.Equal(0, await studio.CountAsync(person, "job"));
    }

    [Fact]
    public async Task A_paused_schedule_is_not_due_and_goes_on_when_it_is_resumed()
    {
        var person = await studio.RegisterAsync();
        var created = await CreateAsync(
            person,
            new
            {
                name = "New year",
                kind = "note",
                request = Note,
                cron = "0 0 1 1 *",
            }
        );
        var path = $"schedules/{created["id"]}";

        var paused = (await person.PatchAsync(path, new { paused = true })).Expect(HttpStatusCode.OK);
        var resumed = (await person.PatchAsync(path, new { paused = false, name = "Again" })).Expect(HttpStatusCode.OK);

        Assert.Empty(paused["nextRuns"]!.AsArray());
        Assert.Equal(5, resumed["nextRuns"]!.AsArray().Count);
        Assert.Equal("Again", $"{resumed["name"]}");
    }

    [Fact]
    public async Task A_single_time_takes_the_place_of_an_expression_and_the_other_way_round()
    {
        var person = await studio.RegisterAsync();
        var at = DateTimeOffset.Parse("2030-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var created = await CreateAsync(
            person,
            new
            {
                name = "Once",
                kind = "note",
                request = Note,
                at,
            }
        );
        var path = $"schedules/{created["id"]}";
        Assert.Equal(at, Time(Assert.Single(created["nextRuns"]!.AsArray())));

        var often = (await person.PatchAsync(path, new { cron = "0 0 * * *" })).Expect(HttpStatusCode.OK);
        var once = (await person.PatchAsync(path, new { at })).Expect(HttpStatusCode.OK);

        Assert.Equal(("UTC", null), ($"{often["timeZone"]}", often["at"]));
        Assert.Equal((null, null), (once["cron"], once["timeZone"]));
        (await person.DeleteAsync(path)).Expect(HttpStatusCode.NoContent);
        (await person.GetAsync(path)).ExpectProblem(HttpStatusCode.NotFound, "schedule_not_found");
    }

    [Theory]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}}""", "cron")]
    [InlineData(
        """{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "0 0 * * *", "at": "2030-01-01T00:00:00Z"}""",
        "cron"
    )]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "0 0 30 2 *"}""", "cron")]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "a\u0000 * * * *"}""", "cron")]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}, "at": "2020-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}, "at": "9999-01-01T00:00:00Z"}""", "at")]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": "a"}, "at": "soon"}""", "at")]
    [InlineData(
        """{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "0 0 * * *", "timeZone": "Mars/Base"}""",
        "timeZone"
    )]
    [InlineData(
        """{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "0 0 * * *", "timeZone": "../etc/passwd"}""",
        "timeZone"
    )]
    [InlineData(
        """{"name": "x", "kind": "note", "request": {"text": "a"}, "cron": "0 0 * * *", "overlap": "wait"}""",
        "overlap"
    )]
    [InlineData("""{"name": "x", "kind": "note", "request": {"text": ""}, "cron": "0 0 * * *"}""", "request.text")]
    [InlineData(
        """{"name": "x", "kind": "note", "request": {"text": "a", "hue": 1}, "cron": "0 0 * * *"}""",
        "request.hue"
    )]
    [InlineData("""{"name": "x", "kind": "note", "request": [], "cron": "0 0 * * *"}""", "request")]
    [InlineData("""{"name": "x", "kind": "house", "request": {"text": "a"}, "cron": "0 0 * * *"}""", "kind")]
    [InlineData("""{"kind": "note", "request": {"text": "a"}, "cron": "0 0 * * *"}""", "name")]
    public async Task What_cannot_be_scheduled_is_refused_by_its_field(string body, string field)
    {
        var person = await studio.RegisterAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await person.PostAsync("schedules", content);

        Assert.Contains(field, answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid").Select(error => error.Key));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/runs")]
    public async Task Somebody_elses_schedule_is_forbidden_and_an_absent_one_not_found(string method, string action)
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var created = await CreateAsync(
            owner,
            new
            {
                name = "Mine",
                kind = "note",
                request = Note,
                cron = "0 0 * * *",
            }
        );
        var (verb, body) = (HttpMethod.Parse(method), method == "PATCH" ? new { } : null);

        var foreign = await other.SendAsync(verb, $"schedules/{created["id"]}{action}", body);
        var absent = await other.SendAsync(verb, $"schedules/{other.Id}{action}", body);

        foreign.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        absent.ExpectProblem(HttpStatusCode.NotFound, "schedule_not_found");
    }

    private static async Task<JsonNode> CreateAsync(Person person, object asked) =>
        (await person.PostAsync("schedules", asked)).Expect(HttpStatusCode.Created);

    private static DateTimeOffset Time(JsonNode? node) => DateTimeOffset.Parse($"{node}", CultureInfo.InvariantCulture);

    private Task DueNowAsync(JsonNode schedule) =>
        DoAsync("update jobs.schedule set next_due = clock_timestamp() where id = $1", Id(schedule));

    private async Task<JsonArray> RunsAsync(Person person, JsonNode schedule, int count)
    {
        await UntilAsync(
            $"select count(*) = {count} from jobs.schedule_run where schedule_id = $1 and outcome = 1",
            schedule
        );
        return (await person.GetAsync($"schedules/{schedule["id"]}/runs")).Expect(HttpStatusCode.OK)[
            "items"
        ]!.AsArray();
    }

    private static Guid Id(JsonNode schedule) => schedule["id"]!.GetValue<Guid>();

    private async Task DoAsync(string sql, Guid id)
    {
        await using var command = studio.Database.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Waits for what the ticker writes, of which no event tells.</summary>
    private async Task UntilAsync(string sql, JsonNode schedule)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (true)
        {
            await using (var command = studio.Database.CreateCommand(sql))
            {
                command.Parameters.AddWithValue(Id(schedule));
                if (await command.ExecuteScalarAsync(patience.Token) is true)
                    return;
            }
            await Task.Delay(20, patience.Token);
        }
    }
}
