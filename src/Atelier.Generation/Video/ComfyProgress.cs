using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Atelier.Generation;

/// <summary>
/// How far ComfyUI's clips are, which it tells only over its socket. Not hearing it is no reason to fail: the queue and
/// the history say how a clip ended.
/// </summary>
internal sealed class ComfyProgress(ProviderHttp http)
{
    private const int LargestMessage = 1 << 20; // bytes; pictures that come between are skipped

    /// <summary>A graph goes on after its longest node has counted to its end.</summary>
    private const double MostBeforeTheEnd = 0.95;

    private readonly ConcurrentDictionary<string, double> _progress = new();

    public double? Of(string id) => _progress.TryGetValue(id, out var progress) ? progress : null;

    /// <summary>Listens until it is told to stop, or the socket breaks.</summary>
    public async Task ListenAsync(string id, CancellationToken stop)
    {
        try
        {
            using var socket = await http.ConnectAsync($"/ws?clientId={Uri.EscapeDataString(id)}", stop);
            using var message = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (
                await socket.ReceiveAsync(buffer.AsMemory(), stop)
                    is { MessageType: not WebSocketMessageType.Close } part
            )
            {
                if (part.MessageType is WebSocketMessageType.Text && message.Length <= LargestMessage)
                    message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                if (message.Length is > 0 and <= LargestMessage)
                    Hear(id, message.GetBuffer().AsSpan(0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception e)
            when (e is WebSocketException or HttpRequestException or OperationCanceledException or IOException)
        {
            // The clip is asked about anyway.
        }
        finally
        {
            _progress.TryRemove(id, out _);
        }
    }

    /// <summary>One node counts; nodes that do everything in one go say nothing about the whole.</summary>
    private void Hear(string id, ReadOnlySpan<byte> text)
    {
        try
        {
            var message = JsonSerializer.Deserialize<JsonElement>(text);
            var data = message.Field("data");
            if (
                message.Text("type") == "progress"
                && (data.Text("prompt_id") ?? id) == id
                && data.Number("value") is { } value
                && data.Number("max") is > 1 and { } most
            )
                _progress[id] = Math.Clamp(value / most, 0, MostBeforeTheEnd);
        }
        catch (JsonException)
        {
            // Not for us.
        }
    }
}
