using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Books;

/// <summary>A studio in which books are ordered and made.</summary>
public sealed class BookStudio : StudioFactory
{
    public static async Task<Guid> OrderAsync(Person person, object? brief = null) =>
        (
            await person.PostAsync(
                "books",
                brief
                    ?? new
                    {
                        prompt = "A shy labrador who finds a kite",
                        pages = 24,
                        seed = 7,
                    }
            )
        ).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();

    /// <returns>The finished job.</returns>
    public async Task<JsonNode> MakeAsync(Person person, Guid book)
    {
        var started = (await person.PostAsync($"books/{book}/generate")).Expect(HttpStatusCode.Accepted);
        var job = started["jobId"]!.GetValue<Guid>();
        await ReachAsync(job, "succeeded", "failed", "cancelled");
        return (await person.GetAsync($"jobs/{job}")).Expect(HttpStatusCode.OK);
    }

    public static async Task<byte[]> DownloadAsync(Person person, string path)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var answer = await person.Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }
}
