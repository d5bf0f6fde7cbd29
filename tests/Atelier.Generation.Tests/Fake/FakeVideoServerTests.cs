using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Fake;

/// <summary>The fake itself, spoken to without our client: a fake that is too kind proves nothing.</summary>
public sealed class FakeVideoServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("seconds", "5")]
    [InlineData("size", "640x480")]
    [InlineData("model", "another")]
    [InlineData("prompt", "")]
    public async Task It_refuses_what_the_documentation_forbids(string field, string value)
    {
        await using var server = await FakeVideoServer.StartAsync();
        using var http = Client(server);
        var fields = new Dictionary<string, string>
        {
            ["model"] = "fake-video",
            ["prompt"] = "a fox",
            ["seconds"] = "8",
            ["size"] = "1280x720",
        };

        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, fields));
        fields[field] = value;
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, fields));
    }

    [Fact]
    public async Task It_wants_the_key_and_keeps_each_dialect_to_its_shape()
    {
        await using var server = await FakeVideoServer.StartAsync();
        using var http = Client(server);
        using var keyless = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, (await keyless.GetAsync("/v1/videos", Cancel)).StatusCode);
        var bare = await http.PostAsJsonAsync("/replicate/predictions", new { input = new { prompt = "a" } }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var made = await http.PostAsJsonAsync(
            "/replicate/models/maker/film/predictions",
            new { input = new { prompt = "a fox", duration = 4 } },
            Cancel
        );
        var prediction = await made.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(
            (HttpStatusCode.Created, "starting"),
            (made.StatusCode, prediction.GetProperty("status").GetString())
        );
        Assert.Equal("{}", await http.GetStringAsync("/comfy/history/none", Cancel));
    }

    private static HttpClient Client(FakeVideoServer server) =>
        new()
        {
            BaseAddress = server.Address,
            DefaultRequestHeaders = { Authorization = new("Bearer", FakeVideoServer.Key) },
        };

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, Dictionary<string, string> fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in fields)
            form.Add(new StringContent(text), name);
        return (await http.PostAsync("/v1/videos", form, Cancel)).StatusCode;
    }
}
