using System.Net.Http.Json;
using System.Text.Json;
using Atelier.Testing.Models;

namespace Atelier.Generation.Tests.Fake;

/// <summary>The fake itself, over plain HTTP: what it refuses and what it sends.</summary>
public class FakeModelServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> Post(
        FakeModelServer server,
        string path,
        string body,
        string key = FakeModelServer.Key
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint + path)
        {
            Content = new StringContent(body),
        };
        request.Headers.Add("Authorization", "Bearer " + key);
        return await client.SendAsync(request, Cancel);
    }

    [Theory]
    [InlineData("/chat/completions", "not json", 400)]
    [InlineData("/chat/completions", "{}", 400)]
    [InlineData("/chat/completions", """{"model":"fake-model","messages":[]}""", 400)]
    [InlineData("/chat/completions", """{"model":"other","messages":[{"role":"user","content":"x"}]}""", 404)]
    [InlineData(
        "/chat/completions",
        """{"model":"fake-model","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"n","strict":true,"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}""",
        400
    )]
    [InlineData("/chat/completions", """{"model":"fake-model","messages":[{"role":"user","content":"x"}]}""", 200)]
    [InlineData("/images/generations", """{"model":"fake-model"}""", 400)]
    [InlineData("/images/generations", """{"model":"fake-model","prompt":"x","size":"big"}""", 400)]
    [InlineData("/images/generations", """{"model":"fake-model","prompt":"x","size":"64x32"}""", 200)]
    public async Task It_refuses_what_the_documented_contract_refuses(string path, string body, int status)
    {
        await using var server = (await FakeModelServer.StartAsync()).Otherwise(_ => FakeReply.Text("Hello."));
        Assert.Equal(status, (int)(await Post(server, path, body)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_401_in_the_documented_form()
    {
        await using var server = await FakeModelServer.StartAsync();
        var response = await Post(server, "/chat/completions", "{}", "wrong");
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("error");
        Assert.Equal((401, "invalid_api_key"), ((int)response.StatusCode, error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_stream_ends_with_a_finish_reason_the_usage_and_done()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.Text("Hello moon"));
        var response = await Post(
            server,
            "/chat/completions",
            """{"model":"fake-model","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"x"}]}"""
        );
        var lines = (await response.Content.ReadAsStringAsync(Cancel)).Split(
            "\n\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"finish_reason\":\"stop\"", lines[^3], StringComparison.Ordinal);
        Assert.Contains("\"total_tokens\"", lines[^2], StringComparison.Ordinal);
        Assert.Equal("data: [DONE]", lines[^1]);
    }

    [Fact]
    public async Task A_rate_limit_names_its_pause()
    {
        await using var server = (await FakeModelServer.StartAsync()).Reply(FakeReply.RateLimit("7"));
        var response = await Post(
            server,
            "/chat/completions",
            """{"model":"fake-model","messages":[{"role":"user","content":"x"}]}"""
        );
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }
}
