using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Jobs.Batches;

public sealed class BatchTests(BatchStudio studio) : IClassFixture<BatchStudio>
{
    [Fact]
    public async Task A_batch_is_made_item_by_item_and_adds_up()
    {
        var person = await studio.RegisterAsync();
        var order = new
        {
            kind = "note",
            name = "Three notes",
            defaults = new { size = 2 },
            items = new object[] { new { text = "one" }, new { text = "two", size = 3 }, new { Text = "three" } },
        };
        var created = (await person.PostAsync("batch", order)).Expect(HttpStatusCode.Created);

        var batch = await BatchStudio.EndOfAsync(person, created);

        Assert.Equal(
            ("succeeded", 1.0, "Three notes"),
            (Text(batch["state"]), Number(batch["progress"]), Text(batch["name"]))
        );
        Assert.Equal((3, 3), (Count(batch, "total"), Count(batch, "succeeded")));
        Assert.Null(batch["etaSeconds"]);
        var items = await BatchStudio.ItemsAsync(person, created);
        Assert.Equal(["one", "two", "three"], items.Select(item => Text(item!["title"])));
        Assert.Equal([1, 2, 3], items.Select(item => item!["number"]!.GetValue<int>()));
        Assert.All(items, item => Assert.Equal(Text(item!["workId"]), Text(item["result"]!["noteId"])));
        Assert.Equal($"/notes/{items[0]!["workId"]}", Text(items[0]!["work"]));
        var job = (await person.GetAsync($"jobs/{items[1]!["jobId"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal("succeeded", Text(job["state"]));
    }

    [Fact]
    public async Task Some_may_fail_and_only_they_are_tried_again()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "fine", "mend", "fine too");
        var batch = await BatchStudio.EndOfAsync(person, created);
        Assert.Equal(("partial", 2, 1), (Text(batch["state"]), Count(batch, "succeeded"), Count(batch, "failed")));
        var before = await BatchStudio.ItemsAsync(person, created);
        Assert.Equal("note.torn", Text(before[1]!["error"]!["code"]));
        Assert.Equal(
            "mend",
            Text(Assert.Single(await BatchStudio.ItemsAsync(person, created, "state=failed"))!["title"])
        );

        studio.Mend(person);
        (await person.PostAsync($"{BatchStudio.PathOf(created)}/retry-failed")).Expect(HttpStatusCode.OK);
        var mended = await BatchStudio.EndOfAsync(person, created);

        Assert.Equal("succeeded", Text(mended["state"]));
        var after = await BatchStudio.ItemsAsync(person, created);
        Assert.Equal(Text(before[0]!["finishedAt"]), Text(after[0]!["finishedAt"]));
        Assert.Null(after[1]!["error"]);
        (await person.PostAsync($"{BatchStudio.PathOf(created)}/retry-failed")).ExpectProblem(
            HttpStatusCode.Conflict,
            "batch_nothing_to_retry"
        );
    }

    [Fact]
    public async Task Cancelling_half_way_stops_what_waits_and_runs_and_keeps_what_is_made()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, ["done", .. Enumerable.Repeat("wait", 20)]);
        var running = await BatchStudio.UntilAsync(
            person,
            created,
            now => Count(now, "succeeded") == 1 && Count(now, "running") > 0
        );
        Assert.Equal("running", Text(running["state"]));
        (await person.DeleteAsync(BatchStudio.PathOf(created))).ExpectProblem(
            HttpStatusCode.Conflict,
            "batch_not_finished"
        );

        (await person.PostAsync($"{BatchStudio.PathOf(created)}/cancel")).Expect(HttpStatusCode.OK);
        var batch = await BatchStudio.EndOfAsync(person, created);

        Assert.Equal(("partial", 1, 20), (Text(batch["state"]), Count(batch, "succeeded"), Count(batch, "cancelled")));
        (await person.PostAsync($"{BatchStudio.PathOf(created)}/cancel")).ExpectProblem(
            HttpStatusCode.Conflict,
            "batch_finished"
        );
    }

    [Fact]
    public async Task No_more_of_a_batch_run_at_a_time_than_it_asked_for()
    {
        var person = await studio.RegisterAsync();
        var narrow = await BatchStudio.OrderAsync(person, maxParallel: 1, "wait", "after");
        await BatchStudio.UntilAsync(person, narrow, batch => Count(batch, "running") == 1);

        // There is room in the lane: what came later has been done meanwhile.
        await BatchStudio.EndOfAsync(person, await BatchStudio.OrderAsync(person, "beside"));

        var batch = (await person.GetAsync(BatchStudio.PathOf(narrow))).Expect(HttpStatusCode.OK);
        Assert.Equal((1, 1), (Count(batch, "running"), Count(batch, "queued")));
        var first = (await BatchStudio.ItemsAsync(person, narrow)).Single(item => Text(item!["state"]) == "running");
        await person.PostAsync($"jobs/{first!["jobId"]}/cancel");
        Assert.Equal(1, Count(await BatchStudio.EndOfAsync(person, narrow), "succeeded"));
    }

    [Fact]
    public async Task Cancelled_items_are_queued_again_when_asked_for()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "wait", "wait", "wait");
        await person.PostAsync($"{BatchStudio.PathOf(created)}/cancel");
        Assert.Equal("cancelled", Text((await BatchStudio.EndOfAsync(person, created))["state"]));
        var again = $"{BatchStudio.PathOf(created)}/retry-failed";
        (await person.PostAsync(again)).ExpectProblem(HttpStatusCode.Conflict, "batch_nothing_to_retry");

        var batch = (await person.PostAsync($"{again}?cancelledToo=true")).Expect(HttpStatusCode.OK);

        Assert.Equal(3, Count(batch, "queued") + Count(batch, "running"));
        await person.PostAsync($"{BatchStudio.PathOf(created)}/cancel");
    }

    [Fact]
    public async Task What_became_of_an_item_is_known_after_its_job_was_deleted_and_a_batch_leaves_its_jobs()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "kept", "fail");
        await BatchStudio.EndOfAsync(person, created);
        var before = await BatchStudio.ItemsAsync(person, created);
        foreach (var item in before)
            (await person.DeleteAsync($"jobs/{item!["jobId"]}")).Expect(HttpStatusCode.NoContent);

        var batch = (await person.GetAsync(BatchStudio.PathOf(created))).Expect(HttpStatusCode.OK);
        var after = await BatchStudio.ItemsAsync(person, created);

        Assert.Equal("partial", Text(batch["state"]));
        foreach (var field in (string[])["state", "result", "error", "startedAt", "finishedAt"])
            Assert.Equal(before.Select(item => $"{item![field]}"), after.Select(item => $"{item![field]}"));
        (await person.DeleteAsync(BatchStudio.PathOf(created))).Expect(HttpStatusCode.NoContent);
        (await person.GetAsync(BatchStudio.PathOf(created))).ExpectProblem(HttpStatusCode.NotFound, "batch_not_found");
    }

    [Fact]
    public async Task A_deleted_batch_leaves_its_jobs()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "one");
        await BatchStudio.EndOfAsync(person, created);
        var job = (await BatchStudio.ItemsAsync(person, created))[0]!["jobId"];

        (await person.DeleteAsync(BatchStudio.PathOf(created))).Expect(HttpStatusCode.NoContent);

        (await person.GetAsync($"jobs/{job}")).Expect(HttpStatusCode.OK);
        (await person.DeleteAsync($"jobs/{job}")).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("text", "0001-note.text 0003-note.text")]
    [InlineData("all", "0001-note.copy 0001-note.text 0003-note.copy 0003-note.text")]
    public async Task One_zip_holds_the_files_of_what_was_made(string format, string names)
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "same", "fail", "same", "gone");
        await BatchStudio.EndOfAsync(person, created);

        using var zip = await DownloadAsync(person, $"{BatchStudio.PathOf(created)}/files?format={format}");

        Assert.Equal(names.Split(' '), zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(
            await zip.GetEntry("0003-note.text")!.OpenAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("text: same", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_zip_of_nothing_or_of_an_unknown_format_is_refused()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "fail");
        await BatchStudio.EndOfAsync(person, created);
        var files = $"{BatchStudio.PathOf(created)}/files";

        (await person.GetAsync(files)).ExpectProblem(HttpStatusCode.Conflict, "batch_nothing_made");
        var unknown = await person.GetAsync($"{files}?format=../etc");

        Assert.NotNull(unknown.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["format"]);
    }

    [Fact]
    public async Task The_list_shows_ones_own_newest_first_page_by_page()
    {
        var person = await studio.RegisterAsync();
        await BatchStudio.OrderAsync(await studio.RegisterAsync(), "not mine");
        var first = await BatchStudio.OrderAsync(person, "one");
        var second = await BatchStudio.OrderAsync(person, "two");

        var page = (await person.GetAsync("batch?limit=1")).Expect(HttpStatusCode.OK);
        var rest = (await person.GetAsync($"batch?limit=1&cursor={page["nextCursor"]}")).Expect(HttpStatusCode.OK);

        Assert.Equal([Text(second["id"])], page["items"]!.AsArray().Select(batch => Text(batch!["id"])));
        Assert.Equal([Text(first["id"])], rest["items"]!.AsArray().Select(batch => Text(batch!["id"])));
        Assert.Null(rest["nextCursor"]);
    }

    [Fact]
    public async Task Items_come_in_order_page_by_page()
    {
        var person = await studio.RegisterAsync();
        var created = await BatchStudio.OrderAsync(person, "a", "b", "c");

        var page = (await person.GetAsync($"{BatchStudio.PathOf(created)}/items?limit=2")).Expect(HttpStatusCode.OK);
        var rest = await BatchStudio.ItemsAsync(person, created, $"limit=2&cursor={page["nextCursor"]}");

        Assert.Equal(["a", "b"], page["items"]!.AsArray().Select(item => Text(item!["title"])));
        Assert.Equal(["c"], rest.Select(item => Text(item!["title"])));
        var wrong = await person.GetAsync($"{BatchStudio.PathOf(created)}/items?cursor=x");
        Assert.NotNull(wrong.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["cursor"]);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/items")]
    [InlineData("GET", "/files")]
    [InlineData("POST", "/cancel")]
    [InlineData("POST", "/retry-failed")]
    public async Task Somebody_elses_batch_is_forbidden_and_an_absent_one_not_found(string method, string action)
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var created = await BatchStudio.OrderAsync(owner, "one");
        var verb = HttpMethod.Parse(method);

        var foreign = await other.SendAsync(verb, $"{BatchStudio.PathOf(created)}{action}");
        var absent = await other.SendAsync(verb, $"batch/{other.Id}{action}");

        foreign.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        absent.ExpectProblem(HttpStatusCode.NotFound, "batch_not_found");
    }

    private static async Task<ZipArchive> DownloadAsync(Person person, string path)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var answer = await person.Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), cancel);
        Assert.Equal(
            (HttpStatusCode.OK, "application/zip"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(cancel)));
    }

    private static string Text(JsonNode? node) => $"{node}";

    private static double Number(JsonNode? node) => node!.GetValue<double>();

    private static int Count(JsonNode batch, string state) => batch["counts"]![state]!.GetValue<int>();
}
