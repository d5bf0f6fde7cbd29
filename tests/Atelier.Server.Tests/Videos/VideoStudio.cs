using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Videos;

/// <summary>A studio in which films are ordered and rendered.</summary>
public sealed class VideoStudio : VideoStudioHost
{
    /// <summary>Two scenes, quick to render.</summary>
    public static object Order(string prompt = "A dragon flies over a castle. The girl waves.", int duration = 4) =>
        new
        {
            prompt,
            duration,
            resolution = "480p",
            quality = "low",
            fps = 24,
            seed = 7,
        };

    public static async Task<Guid> OrderAsync(Person person, object? order = null) =>
        (await person.PostAsync("videos", order ?? Order())).Expect(HttpStatusCode.Accepted)["id"]!.GetValue<Guid>();

    public static async Task<string> SaveAsync(Person person, string path, DirectoryInfo folder)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var answer = await person.Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = Path.Combine(folder.FullName, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(cancel), cancel);
        return file;
    }
}
