using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Atelier.Testing.Models;

/// <summary>The documented videos API: create, look, list, delete, content.</summary>
internal static class FakeOpenAIVideos
{
    public static void Map(IEndpointRouteBuilder app, FakeVideoServer server)
    {
        app.MapPost(
            "/v1/videos",
            async (HttpContext context) =>
            {
                var form = await context.Request.ReadFormAsync();
                if (Problem(form) is { } problem)
                {
                    context.Response.StatusCode = 400;
                    await context.Response.WriteAsJsonAsync(Error(400, problem));
                }
                else if (await server.BeginAsync(context, new(form["prompt"]!), Error) is { } clip)
                    await context.Response.WriteAsJsonAsync(View(clip));
            }
        );
        app.MapGet(
            "/v1/videos",
            () =>
                new
                {
                    @object = "list",
                    data = server.Clips.Reverse().Select(View),
                    has_more = false,
                }
        );
        app.MapGet(
            "/v1/videos/{id}",
            (string id) =>
            {
                if (server.Find(id) is not { } clip)
                    return Results.Json(Error(404, "not_found"), statusCode: 404);
                clip.Step();
                if (clip.Stage is not FakeStage.Absent)
                    return Results.Json(View(clip));
                server.Remove(id);
                return Results.Json(Error(404, "not_found"), statusCode: 404);
            }
        );
        app.MapDelete(
            "/v1/videos/{id}",
            (string id) =>
            {
                if (server.Find(id) is null)
                    return Results.Json(Error(404, "not_found"), statusCode: 404);
                server.Remove(id);
                return Results.Json(
                    new
                    {
                        id,
                        @object = "video.deleted",
                        deleted = true,
                    }
                );
            }
        );
        app.MapGet(
            "/v1/videos/{id}/content",
            (HttpContext context, string id) =>
            {
                server.Find(id)?.NextLink();
                return server.FileAsync(context, id, server.Find(id)?.Links ?? 0);
            }
        );
    }

    private static string? Problem(IFormCollection form) =>
        form["prompt"].ToString() is not { Length: >= 1 and <= 32_000 } ? "Invalid prompt."
        : form["seconds"].ToString() is not ("4" or "8" or "12") ? "Invalid value: 'seconds'."
        : form["size"].ToString() is not ("1280x720" or "720x1280" or "1024x1792" or "1792x1024") ? "Invalid size."
        : form["model"].ToString() is not "fake-video" ? "The model does not exist."
        : null;

    private static object View(FakeClip clip) =>
        new
        {
            id = clip.Id,
            @object = "video",
            model = "fake-video",
            status = clip.Stage switch
            {
                FakeStage.Queued => "queued",
                FakeStage.Done => "completed",
                FakeStage.Refused or FakeStage.Broken => "failed",
                FakeStage.Odd => "meditating",
                _ => "in_progress",
            },
            progress = clip.Stage is FakeStage.Odd ? null : (int?)clip.Progress,
            created_at = clip.Created.ToUnixTimeSeconds(),
            completed_at = clip.Stage is FakeStage.Done ? (long?)clip.Created.ToUnixTimeSeconds() + 60 : null,
            prompt = clip.Order.Prompt,
            error = clip.Stage switch
            {
                FakeStage.Refused => new { code = "moderation_blocked", message = "The prompt was blocked." },
                FakeStage.Broken => new { code = "internal_error", message = "The engine broke." },
                _ => null,
            },
        };

    private static object Error(int status, string message) =>
        new
        {
            error = new
            {
                message,
                type = status == 400 ? "invalid_request_error" : "server_error",
                param = (string?)null,
                code = message.Contains(' ', StringComparison.Ordinal) ? null : message,
            },
        };
}
