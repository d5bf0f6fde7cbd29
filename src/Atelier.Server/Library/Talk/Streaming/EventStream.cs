using System.Text;

namespace Atelier.Library.Talk.Streaming;

/// <param name="Type">Null for a sign of life between two events.</param>
internal readonly record struct StreamedEvent(int Seq, string? Type, string Data)
{
    public static StreamedEvent Heartbeat => new(0, null, "");
}

/// <summary>
/// Server-sent events. Written by hand: the framework's own result knows no comments, which keep a connection open that
/// has nothing to say for a while.
/// </summary>
internal sealed class EventStream(Func<CancellationToken, IAsyncEnumerable<StreamedEvent>> events) : IResult
{
    public const string MediaType = "text/event-stream";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // a proxy would keep all of it until the end
        var gone = httpContext.RequestAborted;
        try
        {
            await response.StartAsync(gone);
            await response.Body.FlushAsync(gone);
            await foreach (var one in events(gone))
            {
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Written(one)), gone);
                await response.Body.FlushAsync(gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Nobody listens any more; the answer is written all the same.
        }
    }

    /// <summary>Data is JSON, and so has no line breaks.</summary>
    private static string Written(StreamedEvent one) =>
        one.Type is null ? ":\n\n" : $"id: {one.Seq}\nevent: {one.Type}\ndata: {one.Data}\n\n";
}
