using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Atelier.Testing.Models;

/// <summary>ComfyUI's own routes: prompt, history, queue, interrupt, view. What is in no list is gone.</summary>
internal static class FakeComfy
{
    public static void Map(IEndpointRouteBuilder app, FakeVideoServer server)
    {
        app.MapPost(
            "/comfy/prompt",
            async (HttpContext context, JsonElement body) =>
            {
                var text = body.GetProperty("prompt").GetProperty("6").GetProperty("inputs").GetProperty("text");
                var order = new FakeOrder(text.GetString()!, body.GetProperty("prompt_id").GetString());
                if (await server.BeginAsync(context, order, Error) is { } clip)
                    await context.Response.WriteAsJsonAsync(
                        new
                        {
                            prompt_id = clip.Id,
                            number = clip.Number,
                            node_errors = new { },
                        }
                    );
            }
        );
        app.MapGet("/comfy/ws", TellAsync);
        app.MapGet(
            "/comfy/history/{id}",
            (string id) =>
            {
                server.Find(id)?.Step();
                return server.Find(id) is { } clip && IsEnded(clip)
                    ? new Dictionary<string, object> { [id] = Entry(clip) }
                    : [];
            }
        );
        app.MapGet(
            "/comfy/queue",
            () =>
                new
                {
                    queue_running = server
                        .Clips.Where(clip => clip.Stage is FakeStage.Running or FakeStage.Odd)
                        .Select(InQueue),
                    queue_pending = server.Clips.Where(clip => clip.Stage is FakeStage.Queued).Select(InQueue),
                }
        );
        app.MapPost(
            "/comfy/queue",
            (JsonElement body) =>
            {
                foreach (var id in body.GetProperty("delete").EnumerateArray())
                    if (server.Find(id.GetString()!)?.Cancel() == true)
                        server.Remove(id.GetString()!);
            }
        );
        app.MapPost(
            "/comfy/interrupt",
            (JsonElement body) =>
            {
                server.Find(body.GetProperty("prompt_id").GetString()!)?.Cancel();
            }
        );
        app.MapGet(
            "/comfy/view",
            (HttpContext context, string filename) =>
            {
                var clip = server.Clips.FirstOrDefault(clip => filename == $"{clip.Id}_00001.mp4");
                clip?.NextLink();
                return server.FileAsync(context, clip?.Id ?? "", clip?.Links ?? 0);
            }
        );
    }

    /// <summary>The socket of one client: a greeting, a preview picture, a step of a quick node, five steps of twenty.</summary>
    private static async Task TellAsync(HttpContext context, string clientId)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await SendAsync(new { type = "status", data = new { sid = clientId } });
        await socket.SendAsync(new byte[40_000], WebSocketMessageType.Binary, true, context.RequestAborted);
        await SendAsync(Step(value: 1, max: 1));
        await SendAsync(Step(value: 5, max: 20));
        var ignored = new byte[1024];
        try
        {
            while (
                (await socket.ReceiveAsync(ignored, context.RequestAborted)).MessageType
                    is not WebSocketMessageType.Close
            )
                continue;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Clients just leave.
        }

        object Step(int value, int max) =>
            new
            {
                type = "progress",
                data = new
                {
                    value,
                    max,
                    prompt_id = clientId,
                    node = "3",
                },
            };

        ValueTask SendAsync(object message) =>
            socket.SendAsync(
                JsonSerializer.SerializeToUtf8Bytes(message).AsMemory(),
                WebSocketMessageType.Text,
                true,
                context.RequestAborted
            );
    }

    private static bool IsEnded(FakeClip clip) =>
        clip.Stage is FakeStage.Done or FakeStage.Broken or FakeStage.Refused or FakeStage.Cancelled;

    private static object[] InQueue(FakeClip clip) => [clip.Number, clip.Id, new { }, new { }, Array.Empty<string>()];

    private static object Entry(FakeClip clip) =>
        new
        {
            status = new
            {
                status_str = clip.Stage is FakeStage.Done ? "success" : "error",
                completed = clip.Stage is FakeStage.Done,
                messages = new object[]
                {
                    new object[] { "execution_start", new { prompt_id = clip.Id } },
                    clip.Stage switch
                    {
                        FakeStage.Cancelled => ["execution_interrupted", new { prompt_id = clip.Id }],
                        FakeStage.Broken => ["execution_error", new { exception_message = "CUDA out of memory" }],
                        FakeStage.Refused => ["execution_error", new { exception_message = "NSFW content" }],
                        _ => new object[] { "execution_success", new { prompt_id = clip.Id } },
                    },
                },
            },
            outputs = clip.Stage is FakeStage.Done
                ? (object)
                    new Dictionary<string, object>
                    {
                        ["9"] = new
                        {
                            images = new[]
                            {
                                new
                                {
                                    filename = "preview.png",
                                    subfolder = "",
                                    type = "temp",
                                },
                            },
                        },
                        ["12"] = new
                        {
                            gifs = new[]
                            {
                                new
                                {
                                    filename = $"{clip.Id}_00001.mp4",
                                    subfolder = "film",
                                    type = "output",
                                },
                            },
                        },
                    }
                : new { },
        };

    private static object Error(int status, string code) =>
        new
        {
            error = new
            {
                type = code,
                message = $"The fake was told to answer {status}.",
                details = "",
                extra_info = new { },
            },
            node_errors = new { },
        };
}
