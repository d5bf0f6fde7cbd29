using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Jobs.Batches;

/// <summary>What is taken as an order for a batch, and how the rest is refused: all or nothing.</summary>
public sealed class BatchOrderTests(BatchStudio studio) : IClassFixture<BatchStudio>
{
    [Theory]
    [InlineData("""{"text": ""}""", "items[1].text")]
    [InlineData("""{"text": 7}""", "items[1].text")]
    [InlineData("""{"text": "x", "size": 10}""", "items[1].size")]
    [InlineData("""{"text": "x", "size": "2"}""", "items[1].size")]
    [InlineData("""{"text": "x", "colour": "red"}""", "items[1].colour")]
    [InlineData("""{"text": "x", "Text": "y"}""", "items[1].Text")]
    [InlineData("""{"text": "a\u0000b"}""", "items[1].text")]
    [InlineData("""{"text": "\ud800"}""", "items[1]")]
    [InlineData("{}", "items[1].text")]
    [InlineData("null", "items[1]")]
    [InlineData("[]", "items[1]")]
    [InlineData("7", "items[1]")]
    public async Task One_bad_item_refuses_all_by_its_row_and_field(string item, string field)
    {
        var person = await studio.RegisterAsync();

        var answer = await PostAsync(person, $$"""{"kind": "note", "items": [{"text": "fine"}, {{item}}]}""");

        var errors = answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.StartsWith("Row 2: ", errors[field]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await studio.CountAsync(person, "batch"), await studio.CountAsync(person, "job")));
    }

    [Theory]
    [InlineData("""{"kind": "note"}""", "items")]
    [InlineData("""{"kind": "note", "items": []}""", "items")]
    [InlineData("""{"kind": "note", "items": null}""", "items")]
    [InlineData("""{"kind": "note", "items": {"text": "x"}}""", "items")]
    [InlineData("""{"items": [{"text": "x"}]}""", "kind")]
    [InlineData("""{"kind": "house", "items": [{"text": "x"}]}""", "kind")]
    [InlineData("""{"kind": "note", "maxParallel": 0, "items": [{"text": "x"}]}""", "maxParallel")]
    [InlineData("""{"kind": "note", "defaults": [], "items": [{"text": "x"}]}""", "defaults")]
    [InlineData("""{"kind": "note", "defaults": {"hue": 1}, "items": [{"text": "x"}]}""", "defaults.hue")]
    public async Task An_order_that_is_wrong_as_a_whole_is_refused_by_the_field(string order, string field)
    {
        var person = await studio.RegisterAsync();

        var answer = await PostAsync(person, order);

        Assert.Contains(field, answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid").Select(error => error.Key));
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    public async Task A_thousand_items_are_taken_and_no_more(int count, HttpStatusCode expected)
    {
        var person = await studio.RegisterAsync();
        var items = Enumerable.Range(1, count).Select(i => new { text = $"{i}" });

        var answer = await person.PostAsync(
            "batch",
            new
            {
                kind = "note",
                dryRun = true,
                items,
            }
        );

        answer.Expect(expected);
    }

    [Fact]
    public async Task A_dry_run_names_every_wrong_row_and_writes_nothing()
    {
        var person = await studio.RegisterAsync();
        var items = new object[] { new { text = "fine" }, new { size = 0 }, new { text = "theirs" } };

        var check = (
            await person.PostAsync(
                "batch",
                new
                {
                    kind = "note",
                    dryRun = true,
                    items,
                }
            )
        ).Expect(HttpStatusCode.OK);
        var good = (
            await person.PostAsync(
                "batch",
                new
                {
                    kind = "note",
                    dryRun = true,
                    items = items[..1],
                }
            )
        ).Expect(HttpStatusCode.OK);

        Assert.False(check["valid"]!.GetValue<bool>());
        var rows = check["problems"]!.AsArray().Select(p => $"{p!["row"]} {p["field"]}");
        Assert.Equal(["2 text", "3 text"], rows);
        Assert.True(good["valid"]!.GetValue<bool>());
        Assert.Equal((0, 0), (await studio.CountAsync(person, "batch"), await studio.CountAsync(person, "job")));
    }

    [Fact]
    public async Task Something_of_somebody_else_in_an_item_forbids_the_whole()
    {
        var person = await studio.RegisterAsync();
        var items = new[] { new { text = "fine" }, new { text = "theirs" } };

        var answer = await person.PostAsync("batch", new { kind = "note", items });

        Assert.NotNull(answer.ExpectProblem(HttpStatusCode.Forbidden, "forbidden")["items[1].text"]);
        Assert.Equal(0, await studio.CountAsync(person, "job"));
    }

    [Fact]
    public async Task A_token_that_may_not_make_one_work_may_not_order_many()
    {
        var person = await studio.RegisterAsync("user", ["jobs:write", "jobs:read"]);

        var answer = await person.PostAsync("batch", new { kind = "note", items = new[] { new { text = "x" } } });

        answer.ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
    }

    [Fact]
    public async Task An_order_that_breaks_half_way_leaves_nothing()
    {
        var person = await studio.RegisterAsync();
        var items = new[] { new { text = "fine" }, new { text = "burn" } };

        (await person.PostAsync("batch", new { kind = "note", items })).Expect(HttpStatusCode.InternalServerError);

        Assert.Equal((0, 0), (await studio.CountAsync(person, "batch"), await studio.CountAsync(person, "job")));
    }

    [Theory]
    [InlineData("text,size\nfirst,2\n\"a, \"\"b\"\"\",\n=1+1,3")]
    [InlineData("\uFEFFText;SIZE\r\nfirst;2\r\n\"a, \"\"b\"\"\";\r\n=1+1;3\r\n")]
    [InlineData("""[{"text": "first", "size": 2}, {"text": "a, \"b\""}, {"text": "=1+1", "size": 3}]""")]
    public async Task A_file_of_items_is_ordered_over_the_defaults(string file)
    {
        var person = await studio.RegisterAsync();

        var created = (
            await UploadAsync(person, file, ("defaults", """{"size": 5}"""), ("name", "From a file"))
        ).Expect(HttpStatusCode.Created);

        var items = await BatchStudio.ItemsAsync(person, created);
        Assert.Equal(["first", "a, \"b\"", "=1+1"], items.Select(item => $"{item!["title"]}"));
        Assert.Equal("From a file", $"{created["name"]}");
    }

    [Theory]
    [InlineData("text,text\na,b", "twice")]
    [InlineData("text,TEXT\na,b", "twice")]
    [InlineData("text,colour\na,b", "'colour'")]
    [InlineData("text,\na,b", "''")]
    [InlineData("text\n\"a", "Line 2")]
    [InlineData("text\n", "at least one")]
    [InlineData("", "empty")]
    [InlineData("[{\"text\": \"a\"}", "not valid JSON")]
    [InlineData("{\"text\": \"a\"}", "holds a list")]
    [InlineData("[{\"text\": \"a\", \"text\": \"b\"}]", "not valid JSON")]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_reason(string file, string reason)
    {
        var person = await studio.RegisterAsync();

        var answer = await UploadAsync(person, file);

        var errors = answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(reason, errors["file"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text,size\na,1\nb,two", "items[1].size")]
    [InlineData("text,size\na,1\nb", "items[1]")]
    [InlineData("text,size\na,1\nb,1,1", "items[1]")]
    [InlineData("text\na\nb\0c", "items[1].text")]
    [InlineData("text,size\na,1\n,1", "items[1].text")]
    public async Task A_bad_row_of_a_table_is_refused_by_its_number(string file, string field)
    {
        var person = await studio.RegisterAsync();

        var errors = (await UploadAsync(person, file)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.StartsWith("Row 2: ", errors[field]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, await studio.CountAsync(person, "job"));
    }

    [Fact]
    public async Task A_huge_cell_is_refused_by_its_field_and_a_huge_file_by_its_size()
    {
        var person = await studio.RegisterAsync();

        var cell = await UploadAsync(person, $"text\n{new string('x', 300_000)}");
        var file = await UploadAsync(person, $"text\n{new string('x', 9 * 1024 * 1024)}");

        Assert.NotNull(cell.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["items[0].text"]);
        file.ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task Other_encodings_than_UTF8_are_refused(string encoding)
    {
        var person = await studio.RegisterAsync();
        var codes = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. codes.GetPreamble(), .. codes.GetBytes("text\ncafé")];

        var errors = (await UploadAsync(person, bytes)).ExpectProblem(HttpStatusCode.BadRequest, "invalid");

        Assert.Contains("UTF-8", errors["file"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_parts_is_refused_by_what_is_missing()
    {
        var person = await studio.RegisterAsync();
        using var without = new MultipartFormDataContent { { new StringContent("note"), "kind" } };
        using var unknown = new MultipartFormDataContent { { new StringContent("text\na"), "file", "a.csv" } };

        var noFile = (await person.PostAsync("batch/upload", without)).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        var noKind = (await person.PostAsync("batch/upload", unknown)).ExpectProblem(
            HttpStatusCode.BadRequest,
            "invalid"
        );
        var json = await person.PostAsync("batch/upload", new { kind = "note" });

        Assert.NotNull(noFile["file"]);
        Assert.NotNull(noKind["kind"]);
        json.Expect(HttpStatusCode.UnsupportedMediaType);
    }

    private static Task<Answer> PostAsync(Person person, string body) =>
        person.PostAsync("batch", new StringContent(body, Encoding.UTF8, "application/json"));

    private static Task<Answer> UploadAsync(Person person, string file, params (string Name, string Value)[] fields) =>
        UploadAsync(person, Encoding.UTF8.GetBytes(file), fields);

    private static async Task<Answer> UploadAsync(
        Person person,
        byte[] file,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "items" },
            { new StringContent("note"), "kind" },
        };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return await person.PostAsync("batch/upload", form);
    }
}
