using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Atelier.Testing.Models;

/// <summary>Server-sent events as the documentation shows them: role first, then words, the finish, the usage, [DONE].</summary>
internal static class FakeStream
{
    public static async Task WriteAsync(HttpContext context, FakeRequest request, FakeReply reply, long created)
    {
        context.Response.ContentType = "text/event-stream";
        var (content, limit, politely) = reply switch
        {
            FakeReply.CutShort cut => (cut.Content, cut.AfterWords, cut.Politely),
            FakeReply.Words whole => (whole.Content, int.MaxValue, true),
            _ => ("", int.MaxValue, true),
        };
        await SendAsync(new { role = "assistant", content = "" }, null);
        foreach (var (index, word) in content.Split(' ').Index())
        {
            if (index == limit)
            {
                if (!politely)
                    context.Abort();
                return;
            }
            await SendAsync(new { content = index == 0 ? word : " " + word }, null);
        }
        await SendAsync(new { }, (reply as FakeReply.Words)?.FinishReason ?? "stop");
        if (
            request.Body.TryGetProperty("stream_options", out var options)
            && options.TryGetProperty("include_usage", out var wanted)
            && wanted.GetBoolean()
        )
            await LineAsync(JsonSerializer.Serialize(Chunk(Array.Empty<object>(), Usage(request, content))));
        await LineAsync("[DONE]");

        Task SendAsync(object delta, string? finish) =>
            LineAsync(
                JsonSerializer.Serialize(
                    Chunk(
                        new object[]
                        {
                            new
                            {
                                index = 0,
                                delta,
                                finish_reason = finish,
                            },
                        },
                        null
                    )
                )
            );

        object Chunk(object[] choices, object? usage) =>
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion.chunk",
                created,
                model = FakeModelServer.Model,
                choices,
                usage,
            };

        async Task LineAsync(string data)
        {
            await context.Response.WriteAsync($"data: {data}\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    /// <summary>A token to every four characters, the documented rule of thumb.</summary>
    public static object Usage(FakeRequest request, string content)
    {
        var (input, output) = (request.Messages.Sum(message => message.Text.Length) / 4, content.Length / 4);
        return new
        {
            prompt_tokens = input,
            completion_tokens = output,
            total_tokens = input + output,
        };
    }
}
