using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Atelier.Testing.Models;

/// <summary>
/// A video provider on the loopback interface that speaks three dialects. A word in the prompt is its script
/// (<see cref="FakeClip"/>); a clip goes on by one step each time it is asked about, so nothing waits.
/// </summary>
public sealed class FakeVideoServer : IAsyncDisposable
{
    public const string Key = "test-key";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, FakeClip> _clips = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private int _lastId;

    private FakeVideoServer(WebApplication app) => _app = app;

    /// <summary>Without a version: that belongs to the dialect.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every clip that was begun, and paid for.</summary>
    public IReadOnlyList<FakeClip> Clips => [.. _clips.Values.OrderBy(clip => clip.Number)];

    /// <summary>"POST /v1/videos" and so on, as they came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Its own clock: when clips are begun.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(55);

    /// <summary>What is downloaded.</summary>
    public byte[] Film { get; set; } = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[100_000]];

    /// <summary>Replicate's files are named at this host, where set, in place of the address that was called.</summary>
    public string? FileHost { get; set; }

    public static async Task<FakeVideoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeVideoServer(app);
        app.UseWebSockets();
        app.Use(server.AdmitAsync);
        FakeOpenAIVideos.Map(app, server);
        FakeReplicate.Map(app, server);
        FakeComfy.Map(app, server);
        app.MapGet("/files/{id}/{link:int}", server.FileAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>As a server that restarts and kept nothing.</summary>
    public void Forget() => _clips.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal FakeClip? Find(string id) => _clips.GetValueOrDefault(id);

    internal void Remove(string id) => _clips.TryRemove(id, out _);

    /// <returns>Null when the request has been answered already, with a refusal or not at all.</returns>
    internal async Task<FakeClip?> BeginAsync(HttpContext context, FakeOrder order, Func<int, string, object> error)
    {
        var busy = order.Prompt.Contains("busy-once", StringComparison.Ordinal) ? 503 : 429;
        if (busy == 503 || order.Prompt.Contains("throttled-once", StringComparison.Ordinal))
            if (_refusals.AddOrUpdate(order.Prompt, 1, (_, count) => count + 1) == 1)
            {
                context.Response.StatusCode = busy;
                context.Response.Headers.RetryAfter = "7";
                await context.Response.WriteAsJsonAsync(error(busy, "overloaded"));
                return null;
            }
        if (order.Prompt.Contains("refused-at-once", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(error(400, "content_policy_violation"));
            return null;
        }
        var number = Interlocked.Increment(ref _lastId);
        var clip = new FakeClip(order.Id ?? $"clip_{number}", number, order, Now);
        _clips[clip.Id] = clip;
        if (!order.Prompt.Contains("answer-lost", StringComparison.Ordinal))
            return clip;
        context.Abort();
        return null;
    }

    internal async Task FileAsync(HttpContext context, string id, int link)
    {
        if (Find(id) is not { } clip || !clip.IsLinkGood(link))
        {
            context.Response.StatusCode = 403;
            return;
        }
        context.Response.ContentType = clip.Says("wrong-type") ? "text/html; charset=utf-8" : "video/mp4";
        context.Response.ContentLength = Film.Length;
        var whole = !clip.Says("cut-short") && !(clip.Says("cut-once") && clip.Downloads++ == 0);
        await context.Response.Body.WriteAsync(whole ? Film : Film.AsMemory(0, Film.Length / 2));
        await context.Response.Body.FlushAsync();
        if (!whole)
            context.Abort();
    }

    /// <summary>Files have addresses that nobody can guess and need no key; everything else does.</summary>
    private async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        var isFile = context.Request.Path.StartsWithSegments("/files");
        var hasKey = context.Request.Headers.Authorization == $"Bearer {Key}";
        if (isFile && context.Request.Host.Host == FileHost && context.Request.Headers.Authorization.Count > 0)
            context.Response.StatusCode = 418; // the key was sent to a stranger
        else if (isFile || hasKey)
            await next(context);
        else
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync(new { detail = "Unauthenticated", status = 401 });
        }
    }
}
