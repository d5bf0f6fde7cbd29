using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Atelier.Cli.Demo;

namespace Atelier.Benchmarks.Books;

/// <summary>
/// Many books of 32 pages at default settings through the public API of a private studio: how long, how much memory,
/// how many pass the reading gate the first time, and which step the time goes to.
/// </summary>
internal static class BooksBenchmark
{
    private static readonly string Server = typeof(Atelier.Books.BookBrief).Assembly.Location;

    public static async Task<int> RunAsync(int count)
    {
        var scratch = Directory.CreateTempSubdirectory("atelier-bench-").FullName;
        try
        {
            await using var studio = await PrivateStudio.StartAsync(Server, scratch, CancellationToken.None);
            await using var memory = new ProcessTree(studio.ProcessId);
            using var client = new StudioClient(studio.Address);
            await client.RegisterAsync(CancellationToken.None);

            var watch = Stopwatch.StartNew();
            var books = new List<OrderedBook>();
            for (var i = 0; i < count; i++)
                books.Add(await OrderAsync(client, i));
            foreach (var book in books)
                await book.FinishAsync(client);
            var report = new BooksReport(books, watch.Elapsed, memory.PeakServerMiB, memory.PeakTreeMiB);
            Console.WriteLine(report.ToMarkdown());
            return books.All(book => book.Succeeded) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<OrderedBook> OrderAsync(StudioClient client, int number)
    {
        var brief = new JsonObject { ["prompt"] = Prompts.At(number), ["seed"] = number };
        var bookId = StudioClient.Text(await client.PostAsync("books", brief, CancellationToken.None), "id");
        var job = await client.PostAsync($"books/{bookId}/generate", null, CancellationToken.None);
        return new OrderedBook(bookId, StudioClient.Text(job, "jobId"));
    }
}

/// <summary>One book of the run, and what its job says about it afterwards.</summary>
internal sealed class OrderedBook(string bookId, string jobId)
{
    public bool Succeeded { get; private set; }
    public bool PassedFirstTime { get; private set; }
    public double Seconds { get; private set; }
    public Dictionary<string, double> StepSeconds { get; } = [];

    public async Task FinishAsync(StudioClient client)
    {
        JsonNode job;
        while (
            StudioClient.Text(job = await client.GetAsync($"jobs/{jobId}", default), "state") is "queued" or "running"
        )
            await Task.Delay(500);
        Succeeded = StudioClient.Text(job, "state") == "succeeded";
        if (!Succeeded)
        {
            Console.Error.WriteLine($"book {bookId}: {job["error"]}");
            return;
        }
        Seconds = (Time(job, "finishedAt") - Time(job, "startedAt")).TotalSeconds;
        foreach (var step in job["steps"]!.AsArray())
        {
            var name = StudioClient.Text(step!, "name").Split(':') is ["illustrate", ..]
                ? "illustrate"
                : StudioClient.Text(step!, "name");
            StepSeconds[name] = StepSeconds.GetValueOrDefault(name) + step!["milliseconds"]!.GetValue<double>() / 1000;
        }
        PassedFirstTime = job["result"]!["rewrites"]!.GetValue<int>() == 0;
    }

    private static DateTimeOffset Time(JsonNode job, string field) =>
        DateTimeOffset.Parse(StudioClient.Text(job, field), CultureInfo.InvariantCulture);
}
