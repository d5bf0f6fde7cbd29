using System.IO.Compression;
using System.Net;
using Atelier.Support;

namespace Atelier.Books;

public sealed class BatchOfBooksTests(BookStudio studio) : IClassFixture<BookStudio>
{
    [Fact]
    public async Task Two_books_of_one_order_are_made_and_leave_in_one_zip()
    {
        var person = await studio.RegisterAsync();
        var project = await person.CreateProjectAsync();
        var order = new
        {
            kind = "book",
            defaults = new { pages = 24, projectId = project },
            items = new object[]
            {
                new { prompt = "A shy labrador who finds a kite", seed = 7 },
                new
                {
                    prompt = "An owl afraid of the dark",
                    seed = 8,
                    trim = "6x9",
                },
            },
        };

        var batch = (await person.PostAsync("batch", order)).Expect(HttpStatusCode.Created);
        var items = (await person.GetAsync($"batch/{batch["id"]}/items")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        foreach (var item in items)
            await studio.ReachAsync(item!["jobId"]!.GetValue<Guid>(), "succeeded", "failed");

        var done = (await person.GetAsync($"batch/{batch["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal("succeeded", $"{done["state"]}");
        var book = (await person.GetAsync($"{items[1]!["work"]}"["/api/v1/".Length..])).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("ready", $"{project}", "6x9"),
            ($"{book["state"]}", $"{book["projectId"]}", $"{book["brief"]!["trim"]}")
        );
        using var pdfs = new ZipArchive(
            new MemoryStream(await BookStudio.DownloadAsync(person, $"batch/{batch["id"]}/files?format=pdf"))
        );
        Assert.All(pdfs.Entries, entry => Assert.Matches(@"^000[12]-[\w-]+\.pdf$", entry.FullName));
        var single = await BookStudio.DownloadAsync(person, $"books/{items[0]!["workId"]}/download?format=pdf");
        Assert.Equal(single.LongLength, pdfs.Entries[0].Length);
        using var all = new ZipArchive(
            new MemoryStream(await BookStudio.DownloadAsync(person, $"batch/{batch["id"]}/files?format=all"))
        );
        Assert.Equal(12, all.Entries.Select(entry => entry.FullName).Distinct().Count());
    }

    [Fact]
    public async Task A_brief_in_a_batch_obeys_the_rules_of_a_brief_alone()
    {
        var person = await studio.RegisterAsync();
        var items = new object[]
        {
            new { prompt = "A fine one" },
            new { prompt = "Odd", pages = 25 },
            new { prompt = "Nameless", characters = new[] { new { kind = "dragon" } } },
            new { prompt = "Long names", characters = new[] { new { name = new string('x', 41) } } },
            new { prompt = "Nowhere", projectId = Guid.Empty },
            new { prompt = " " },
        };

        var check = (
            await person.PostAsync(
                "batch",
                new
                {
                    kind = "book",
                    dryRun = true,
                    items,
                }
            )
        ).Expect(HttpStatusCode.OK);

        Assert.Equal(
            ["2 pages", "3 characters[0].name", "4 characters[0].name", "5 projectId", "6 prompt"],
            check["problems"]!.AsArray().Select(problem => $"{problem!["row"]} {problem["field"]}")
        );
    }

    [Fact]
    public async Task Somebody_elses_project_in_an_item_forbids_the_whole()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var theirs = await other.CreateProjectAsync();
        var items = new object[] { new { prompt = "Mine" }, new { prompt = "Theirs", projectId = theirs } };

        var answer = await person.PostAsync("batch", new { kind = "book", items });

        Assert.NotNull(answer.ExpectProblem(HttpStatusCode.Forbidden, "forbidden")["items[1].projectId"]);
        Assert.Empty((await person.GetAsync("books")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task A_table_carries_numbers_and_characters()
    {
        var person = await studio.RegisterAsync();
        const string table = """
            prompt;pages;seed;characters
            "Mia; and her dragon";24;11;"[{""name"": ""Mia"", ""kind"": ""girl""}]"
            """;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(table), "file", "books.csv" },
            { new StringContent("book"), "kind" },
        };

        var batch = (await person.PostAsync("batch/upload", form)).Expect(HttpStatusCode.Created);
        await person.PostAsync($"batch/{batch["id"]}/cancel");

        var book = Assert.Single((await person.GetAsync("books")).Expect(HttpStatusCode.OK)["items"]!.AsArray())!;
        Assert.Equal((24, 11), (book["brief"]!["pages"]!.GetValue<int>(), book["seed"]!.GetValue<int>()));
        Assert.Equal("Mia", $"{book["brief"]!["characters"]![0]!["name"]}");
    }
}
