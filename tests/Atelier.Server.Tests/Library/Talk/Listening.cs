using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Library.Talk;

/// <summary>An event as it came.</summary>
public sealed record Heard(int Seq, string Type, JsonNode Data);

/// <summary>Listens to streams of answers.</summary>
internal static class Listening
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Says something and listens to the end.</summary>
    public static Task<List<Heard>> SayAsync(this Person person, Guid chat, string words) =>
        person.HearAsync(HttpMethod.Post, $"chats/{chat}/messages", new { content = words });

    public static async Task<List<Heard>> HearAsync(
        this Person person,
        HttpMethod method,
        string path,
        object? body = null,
        int after = 0
    )
    {
        using var answer = await person.OpenAsync(method, path, body, after);
        var heard = new List<Heard>();
        await foreach (var one in ReadAsync(await answer.Content.ReadAsStreamAsync(Cancel)))
            heard.Add(one);
        return heard;
    }

    /// <summary>A stream that has begun.</summary>
    public static async Task<HttpResponseMessage> OpenAsync(
        this Person person,
        HttpMethod method,
        string path,
        object? body = null,
        int after = 0
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (after > 0)
            request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return answer;
    }

    public static async IAsyncEnumerable<Heard> ReadAsync(Stream stream)
    {
        await foreach (var one in SseParser.Create(stream).EnumerateAsync(Cancel))
            yield return new(
                int.Parse(one.EventId!, CultureInfo.InvariantCulture),
                one.EventType,
                JsonNode.Parse(one.Data)!
            );
    }

    public static string Text(this IEnumerable<Heard> heard) =>
        string.Concat(heard.Where(one => one.Type == "delta").Select(one => (string)one.Data["text"]!));

    public static Guid MessageId(this IEnumerable<Heard> heard) => heard.First().Data["messageId"]!.GetValue<Guid>();
}
