using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Atelier.Testing.Models;

/// <summary>
/// An OpenAI-compatible server on the loopback interface that answers as told: chat completions (whole and streamed),
/// image generations and speech, with the documented errors and every way a real one misbehaves.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    public const string Key = "test-key";
    public const string Model = "fake-model";

    private const long Created = 1_700_000_000;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeReply> _replies = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly SemaphoreSlim _hangUps = new(0);
    private Func<FakeRequest, FakeReply>? _answer;

    private FakeModelServer(WebApplication app) => _app = app;

    /// <summary>With the version, as clients want it.</summary>
    public Uri Endpoint => new(_app.Urls.Single() + "/v1");

    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    public static async Task<FakeModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeModelServer(app);
        app.MapPost(
            "/v1/chat/completions",
            context => server.ServeAsync(context, RequestContract.ChatProblem, server.ChatAsync)
        );
        app.MapPost(
            "/v1/images/generations",
            context => server.ServeAsync(context, RequestContract.ImageProblem, ImageAsync)
        );
        app.MapPost(
            "/v1/audio/speech",
            context => server.ServeAsync(context, RequestContract.SpeechProblem, SpeechAsync)
        );
        await app.StartAsync();
        return server;
    }

    /// <summary>Waits until a caller that is told nothing (<see cref="FakeReply.Hang"/>) hangs up.</summary>
    public Task HangUpAsync(CancellationToken cancel) => _hangUps.WaitAsync(cancel);

    /// <summary>The next requests are answered with these, in order.</summary>
    public FakeModelServer Reply(params ReadOnlySpan<FakeReply> replies)
    {
        foreach (var reply in replies)
            _replies.Enqueue(reply);
        return this;
    }

    /// <summary>Answers whatever no queued reply is left for.</summary>
    public FakeModelServer Otherwise(Func<FakeRequest, FakeReply> answer)
    {
        _answer = answer;
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(
        HttpContext context,
        Func<JsonElement, string?> contract,
        Func<HttpContext, FakeRequest, FakeReply, Task> write
    )
    {
        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        }
        catch (JsonException)
        {
            await WriteErrorAsync(context, 400, "invalid_json", "We could not parse the JSON body of your request.");
            return;
        }
        var request = new FakeRequest(context.Request.Path, context.Request.Headers.Authorization, body);
        _requests.Enqueue(request);
        if (request.Authorization != $"Bearer {Key}")
            await WriteErrorAsync(context, 401, "invalid_api_key", "Incorrect API key provided.");
        else if (contract(body) is { } problem)
            await WriteErrorAsync(context, 400, "invalid_request", problem);
        else if (body.TryGetProperty("model", out var model) && model.GetString() != Model)
            await WriteErrorAsync(context, 404, "model_not_found", $"The model '{model}' does not exist.");
        else
            await AnswerAsync(context, request, write);
    }

    private async Task AnswerAsync(
        HttpContext context,
        FakeRequest request,
        Func<HttpContext, FakeRequest, FakeReply, Task> write
    )
    {
        var reply = _replies.TryDequeue(out var next)
            ? next
            : _answer?.Invoke(request) ?? FakeReply.Error(500, "nothing_to_say");
        switch (reply)
        {
            case FakeReply.Failure failure:
                if (failure.RetryAfter is { } pause)
                    context.Response.Headers.RetryAfter = pause;
                await WriteErrorAsync(context, failure.Status, failure.Code, "The fake was told to fail.");
                break;
            case FakeReply.Raw raw:
                await context.Response.WriteAsync(raw.Body);
                break;
            case FakeReply.Silence:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                    await gone.Task;
                _hangUps.Release();
                break;
            default:
                await write(context, request, reply);
                break;
        }
    }

    private async Task ChatAsync(HttpContext context, FakeRequest request, FakeReply reply)
    {
        if (request.Body.TryGetProperty("stream", out var stream) && stream.GetBoolean())
        {
            await FakeStream.WriteAsync(context, request, reply, Created);
            return;
        }
        if (reply is FakeReply.CutShort cut)
        {
            context.Response.ContentLength = cut.Content.Length + 1000;
            await context.Response.WriteAsync("{\"id\":\"chatcmpl-1\",\"choices\":[");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }
        var words = reply as FakeReply.Words ?? new FakeReply.Words("");
        await context.Response.WriteAsJsonAsync(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = Created,
                model = Model,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new
                        {
                            role = "assistant",
                            content = words.Content,
                            refusal = words.Refused,
                        },
                        finish_reason = words.FinishReason,
                    },
                },
                usage = FakeStream.Usage(request, words.Content),
            }
        );
    }

    private static async Task ImageAsync(HttpContext context, FakeRequest request, FakeReply reply)
    {
        var bytes = (reply as FakeReply.Drawn)?.Bytes ?? PlainPng.OfSize(Size(request, 0), Size(request, 1));
        await context.Response.WriteAsJsonAsync(
            new { created = Created, data = new[] { new { b64_json = Convert.ToBase64String(bytes) } } }
        );
    }

    private static async Task SpeechAsync(HttpContext context, FakeRequest request, FakeReply reply)
    {
        var speed = request.Body.TryGetProperty("speed", out var asked) ? asked.GetDouble() : 1;
        var words = request.Body.GetProperty("input").GetString()!.Split(' ').Length;
        context.Response.ContentType = "audio/wav";
        await context.Response.Body.WriteAsync(
            (reply as FakeReply.Drawn)?.Bytes ?? PlainWav.OfLength(words * 0.4 / speed)
        );
    }

    private static int Size(FakeRequest request, int side) =>
        request.Body.TryGetProperty("size", out var size)
            ? int.Parse(size.GetString()!.Split('x')[side], CultureInfo.InvariantCulture)
            : 1024;

    private static Task WriteErrorAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        var type =
            status == 429 ? "rate_limit_error"
            : status < 500 ? "invalid_request_error"
            : "server_error";
        return context.Response.WriteAsJsonAsync(
            new
            {
                error = new
                {
                    message,
                    type,
                    param = (string?)null,
                    code,
                },
            }
        );
    }
}
