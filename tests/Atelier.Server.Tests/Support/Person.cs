using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Atelier.Support;

/// <summary>Somebody with an account, and what they can ask of the studio (paths are below /api/v1/).</summary>
public sealed record Person(Guid Id, string Email, string AccessToken, HttpClient Http)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null) =>
        Http.AskAsync(method, path, body);

    /// <returns>The new project's id.</returns>
    public async Task<Guid> CreateProjectAsync(string name = "Bedtime") =>
        (await PostAsync("projects", new { name })).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
}

/// <summary>What the studio said: the status, and the body when it is JSON.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, string? MediaType)
{
    /// <summary>The body of an answer with this status; any other fails the test with the body in the message.</summary>
    public JsonNode Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Body}");
        return Body ?? new JsonObject();
    }

    /// <summary>The field errors of a refusal with this status and code.</summary>
    public JsonObject ExpectProblem(HttpStatusCode status, string code)
    {
        var problem = Expect(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.Equal(32, problem["traceId"]!.GetValue<string>().Length);
        return problem["errors"] as JsonObject ?? [];
    }
}

public static class Asking
{
    public static async Task<Answer> AskAsync(this HttpClient http, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        // A large body waits for the server's word: one that is refused unread would else break the pipe it is written to.
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 256 * 1024;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = type?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text) : null, type);
    }
}
