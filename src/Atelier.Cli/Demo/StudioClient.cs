using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Atelier.Cli.Demo;

/// <summary>The public HTTP API, as any program outside would call it.</summary>
internal sealed class StudioClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "/api/v1/") };

    public void Dispose() => _http.Dispose();

    public async Task RegisterAsync(CancellationToken ct)
    {
        var person = new JsonObject
        {
            ["email"] = "demo@example.org",
            ["password"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            ["name"] = "Demo",
        };
        await PostAsync("auth/register", person, ct);
        var session = await PostAsync("auth/login", person, ct);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Text(session, "accessToken")
        );
    }

    public async Task<JsonNode> PostAsync(string path, JsonNode? body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, ct);
        return await ReadAsync(answer, ct);
    }

    /// <summary>Sends a file as a form does.</summary>
    public async Task<JsonNode> UploadAsync(string path, string name, Stream file, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", name } };
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form, ct);
        return await ReadAsync(answer, ct);
    }

    /// <summary>Asks for a stream of events and waits for its end.</summary>
    public async Task ListenAsync(string path, JsonNode body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, ct);
        if (!answer.IsSuccessStatusCode)
            await ReadAsync(answer, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), ct);
        return await ReadAsync(answer, ct);
    }

    /// <summary>Saves what <paramref name="path"/> serves; the file appears whole or not at all.</summary>
    public async Task DownloadAsync(string path, string file, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(
            new Uri(path, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            ct
        );
        if (!answer.IsSuccessStatusCode)
            await ReadAsync(answer, ct);
        var partial = file + ".partial";
        await using (var target = File.Create(partial))
            await answer.Content.CopyToAsync(target, ct);
        File.Move(partial, file, overwrite: true);
    }

    public static string Text(JsonNode node, string field) =>
        node[field]?.GetValue<string>() ?? throw new InvalidOperationException($"the answer has no '{field}': {node}");

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
            throw new StudioRefusal($"{(int)answer.StatusCode} from {answer.RequestMessage?.RequestUri}: {text}");
        return JsonNode.Parse(text) ?? new JsonObject();
    }
}

/// <summary>The studio said no; the message is its problem document.</summary>
internal sealed class StudioRefusal(string message) : Exception(message);
