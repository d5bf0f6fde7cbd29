using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Atelier.Generation;

/// <param name="Body">Undefined when the answer is no JSON.</param>
internal sealed record ProviderAnswer(int Status, JsonElement Body, HttpResponseHeaders Headers)
{
    public bool IsAbsent => Status is 404 or 410;
}

/// <summary>One request to a provider's own address, with the key and without redirects.</summary>
internal sealed class ProviderHttp(VideoOptions options, TimeProvider time)
{
    private const int LargestAnswer = 8 << 20; // bytes; a list of a hundred clips with their logs

    private static readonly HttpMessageInvoker Http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    );

    private readonly string _root = options.Endpoint!.AbsoluteUri.TrimEnd('/');
    private readonly string? _key = options.Key;

    public Uri At(string path) => new(_root + path);

    /// <summary>Whether the address is the provider's own: only there does the key go.</summary>
    public bool IsOwn(Uri address) =>
        Uri.Compare(
            address,
            options.Endpoint,
            UriComponents.SchemeAndServer,
            UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(_key))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        return await Http.SendAsync(request, cancel);
    }

    public async Task<WebSocket> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        try
        {
            if (!string.IsNullOrWhiteSpace(_key))
                socket.Options.SetRequestHeader("Authorization", $"Bearer {_key}");
            var address = new UriBuilder(At(path));
            address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
            await socket.ConnectAsync(address.Uri, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <param name="mayBeAbsent">404 is an answer too; otherwise it is a refusal.</param>
    /// <exception cref="FailureException">The answer is none that was hoped for.</exception>
    public async Task<ProviderAnswer> AskAsync(
        HttpRequestMessage request,
        CancellationToken cancel,
        bool mayBeAbsent = true
    )
    {
        using (request)
        using (var response = await SendAsync(request, cancel))
        {
            var body = await ReadAsync(response, cancel);
            var answer = new ProviderAnswer((int)response.StatusCode, body, response.Headers);
            if (!response.IsSuccessStatusCode && !(answer.IsAbsent && mayBeAbsent))
                throw new FailureException(ProviderErrors.Of(answer, time), answer.Status);
            return answer;
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancel) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestAnswer)
                throw new FailureException(ProviderErrors.NotAnAnswer);
        }
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
