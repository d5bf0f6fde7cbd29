using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Atelier.Benchmarks.Campaigns;

/// <summary>
/// A model server that answers a few requests at once and then takes half a minute for each, a piece of the answer at a
/// time; it knows the moment at which each caller hung up.
/// </summary>
internal sealed class SlowModel : IAsyncDisposable
{
    public const string Name = "slow-model";

    private const int Pieces = 150;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<int, long> _open = [];
    private int _quick;
    private int _begun;

    private SlowModel(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single() + "/v1");

    /// <summary>Requests that came so far.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Requests that are being answered slowly now.</summary>
    public int Open => _open.Count;

    /// <summary>When the last caller hung up, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastHangUp { get; private set; }

    public static async Task<SlowModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new SlowModel(app);
        app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    /// <summary>So many are answered at once from now on.</summary>
    public void BeQuick(int requests) => Volatile.Write(ref _quick, requests);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _begun);
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var question = body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString();
        var answer = Encoding.UTF8.GetBytes(Completion(question!));
        context.Response.ContentType = "application/json";
        if (Interlocked.Decrement(ref _quick) >= 0)
        {
            await context.Response.Body.WriteAsync(answer);
            return;
        }
        _open[number] = Stopwatch.GetTimestamp();
        await using var hungUp = context.RequestAborted.Register(() =>
        {
            LastHangUp = Stopwatch.GetTimestamp();
            _open.TryRemove(number, out _);
        });
        try
        {
            foreach (var piece in answer.Chunk(answer.Length / Pieces + 1))
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(Pause, context.RequestAborted);
            }
            _open.TryRemove(number, out _);
        }
        catch (OperationCanceledException)
        {
            // Hung up on.
        }
    }

    private static string Completion(string question)
    {
        var content = question switch
        {
            "keywords" => """{"keywords":["garden"]}""",
            "order" => """{"order":[1]}""",
            "comment" =>
                """{"comment":"A first try that the gates will not let pass, so that there is more to ask.","anchors":[]}""",
            _ => """{"against":[],"for":[],"verdict":"keep"}""",
        };
        return JsonSerializer.Serialize(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_700_000_000,
                model = Name,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new { role = "assistant", content },
                        finish_reason = "stop",
                    },
                },
                usage = new
                {
                    prompt_tokens = 200,
                    completion_tokens = 40,
                    total_tokens = 240,
                },
            }
        );
    }
}
