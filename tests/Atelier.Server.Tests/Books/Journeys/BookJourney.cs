using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Books.Journeys;

/// <summary>A book on its way through one or several lives of a studio, seen from outside.</summary>
internal sealed record BookJourney(Guid Book, Guid Job)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BookJourney> BeginAsync(Person person)
    {
        var book = await BookStudio.OrderAsync(person);
        var started = (await person.PostAsync($"books/{book}/generate")).Expect(HttpStatusCode.Accepted);
        return new(book, started["jobId"]!.GetValue<Guid>());
    }

    /// <returns>The job once it is in this state; one that ends otherwise fails the test with its error.</returns>
    public async Task<JsonNode> EndAsync(Person person, string state)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await person.GetAsync($"jobs/{Job}");
            if (answer.Status is not HttpStatusCode.ServiceUnavailable) // its database may be away for a moment
            {
                var now = answer.Expect(HttpStatusCode.OK);
                var found = now["state"]!.GetValue<string>();
                if (found == state)
                    return now;
                if (found is "succeeded" or "failed" or "cancelled")
                    Assert.Fail($"the job is {found}: {now["error"]}");
            }
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"the job is not {state}: {answer.Body}");
            await Task.Delay(50, Cancel); // polled, as the command line does
        }
    }

    public async Task<IReadOnlyList<JsonNode>> EventsAsync(Person person) =>
        [
            .. (await person.GetAsync($"jobs/{Job}/events?limit=500")).Expect(HttpStatusCode.OK)["items"]!
                .AsArray()
                .Select(e => e!),
        ];

    public static async Task<IReadOnlyList<string>> HashesAsync(Person person, Guid book)
    {
        var hashes = new List<string>();
        foreach (var format in (string[])["pdf", "cover", "epub", "manifest", "contact-sheet"])
        {
            var bytes = await BookStudio.DownloadAsync(person, $"books/{book}/download?format={format}");
            hashes.Add($"{format} {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        }
        return hashes;
    }

    /// <returns>What lies in the data folder and belongs to nothing that is finished.</returns>
    public static IReadOnlyList<string> LeftoversIn(string data) =>
        [
            .. new[] { Path.Combine(data, "assets", "drafts"), Path.Combine(data, "work") }
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder)),
        ];

    /// <summary>Every asset is what its name says.</summary>
    public static async Task CheckAssetsAsync(string data)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "assets"), "*", SearchOption.AllDirectories))
        {
            await using var content = File.OpenRead(file);
            Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancel)));
        }
    }
}
