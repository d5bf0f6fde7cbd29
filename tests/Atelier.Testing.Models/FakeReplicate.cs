using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Atelier.Testing.Models;

/// <summary>The documented predictions API, of a model "maker/film" and of a version.</summary>
internal static class FakeReplicate
{
    public static void Map(IEndpointRouteBuilder app, FakeVideoServer server)
    {
        app.MapPost("/replicate/models/maker/film/predictions", BeginAsync);
        app.MapPost("/replicate/predictions", BeginAsync);
        app.MapGet(
            "/replicate/predictions",
            (HttpContext context) =>
                new { results = server.Clips.Reverse().Select(clip => View(context, server, clip)) }
        );
        app.MapGet(
            "/replicate/predictions/{id}",
            (HttpContext context, string id) =>
            {
                server.Find(id)?.Step();
                return server.Find(id) is { Stage: not FakeStage.Absent } clip
                    ? Results.Json(View(context, server, clip))
                    : Results.Json(
                        new
                        {
                            title = "Not found",
                            detail = "Prediction not found",
                            status = 404,
                        },
                        statusCode: 404
                    );
            }
        );
        app.MapPost(
            "/replicate/predictions/{id}/cancel",
            (HttpContext context, string id) =>
            {
                if (server.Find(id) is not { } clip)
                    return Results.NotFound(new { detail = "Prediction not found" });
                clip.Cancel();
                return Results.Json(View(context, server, clip));
            }
        );

        async Task BeginAsync(HttpContext context)
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            var isVersion = body.TryGetProperty("version", out _);
            if (
                isVersion != context.Request.Path.Value!.StartsWith("/replicate/predictions", StringComparison.Ordinal)
                || !body.TryGetProperty("input", out var input)
                || !input.TryGetProperty("duration", out var duration)
                || duration.ValueKind is not JsonValueKind.Number
            )
            {
                context.Response.StatusCode = 422;
                await context.Response.WriteAsJsonAsync(new { title = "Invalid", detail = "- input is required" });
                return;
            }
            var order = new FakeOrder(input.GetProperty("prompt").GetString()!, Input: input.Clone());
            if (await server.BeginAsync(context, order, Error) is not { } clip)
                return;
            context.Response.StatusCode = 201;
            await context.Response.WriteAsJsonAsync(View(context, server, clip));
        }
    }

    private static object View(HttpContext context, FakeVideoServer server, FakeClip clip) =>
        new
        {
            id = clip.Id,
            model = "maker/film",
            status = clip.Stage switch
            {
                FakeStage.Queued => "starting",
                FakeStage.Done => "succeeded",
                FakeStage.Refused or FakeStage.Broken => "failed",
                FakeStage.Cancelled => "canceled",
                FakeStage.Odd => "meditating",
                _ => "processing",
            },
            input = clip.Order.Input,
            output = clip.Stage is FakeStage.Done
                ? new[]
                {
                    $"http://{server.FileHost ?? context.Request.Host.Host}:{context.Request.Host.Port}{clip.NextLink()}",
                }
                : null,
            error = clip.Stage switch
            {
                FakeStage.Refused => "NSFW content detected. Try another prompt.",
                FakeStage.Broken => "CUDA out of memory",
                _ => null,
            },
            logs = clip.Progress == 0
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Loading\n  5%|#    | 1/20\n {clip.Progress}%|##   | 9/20\n"
                ),
            created_at = clip.Created.ToString("O", CultureInfo.InvariantCulture),
            urls = new
            {
                get = $"/replicate/predictions/{clip.Id}",
                cancel = $"/replicate/predictions/{clip.Id}/cancel",
            },
        };

    private static object Error(int status, string code) =>
        status == 429
            ? new { detail = "Request was throttled. Your rate limit resets in ~7s.", status }
            : new { detail = code, status };
}
