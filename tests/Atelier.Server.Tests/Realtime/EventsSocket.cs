using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Atelier.Realtime;

/// <summary>As much of SignalR's JSON hub protocol as a test needs: handshake, calls with an answer, and what arrives.</summary>
internal sealed class EventsSocket : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonNode> _arrived = [];
    private readonly StringBuilder _text = new();
    private int _calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<EventsSocket> ConnectAsync(Uri studio, string? token)
    {
        var events = new EventsSocket();
        var query = token is null ? "" : $"?access_token={token}";
        var address = new UriBuilder(studio)
        {
            Scheme = "ws",
            Path = "/ws/events",
            Query = query,
        };
        await events._socket.ConnectAsync(address.Uri, Cancel);
        await events.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        Assert.Empty((await events.ReadAsync()).AsObject());
        return events;
    }

    public async Task<JsonNode> CallAsync(string method, params JsonNode?[] arguments)
    {
        var id = $"{++_calls}";
        await SendAsync(
            new JsonObject
            {
                ["type"] = 1,
                ["invocationId"] = id,
                ["target"] = method,
                ["arguments"] = new JsonArray(arguments),
            }
        );
        while (true)
        {
            var message = await ReadAsync();
            if (message["type"]!.GetValue<int>() == 1)
                _arrived.Enqueue(message);
            if (message["invocationId"]?.GetValue<string>() == id)
                return message["result"] ?? new JsonObject { ["error"] = message["error"]?.DeepClone() };
        }
    }

    /// <summary>A call that wants no answer.</summary>
    public Task PostAsync(string method, string argument) =>
        SendAsync(
            new JsonObject
            {
                ["type"] = 1,
                ["target"] = method,
                ["arguments"] = new JsonArray(argument),
            }
        );

    /// <summary>Calls as fast as it can until the studio has had enough.</summary>
    public async Task FloodAsync(string method, string argument, Task until)
    {
        try
        {
            while (!until.IsCompleted)
                await PostAsync(method, argument);
        }
        catch (WebSocketException)
        {
            // Closed in the middle of a message.
        }
    }

    /// <param name="after">The position to go on from; none when only what is to come is wanted.</param>
    public Task<JsonNode> SubscribeAsync(string channel, long? after = null, string? epoch = null) =>
        CallAsync("Subscribe", channel, after is null ? null : new JsonObject { ["seq"] = after, ["epoch"] = epoch });

    /// <summary>The next event, with the channel it came on.</summary>
    public async Task<(string Channel, JsonNode Event)> NextAsync()
    {
        var (target, arguments) = await NextCallAsync();
        Assert.Equal("event", target);
        return (arguments[0]!.GetValue<string>(), arguments[1]!);
    }

    /// <summary>Whatever the studio calls next: event, snapshot, missed or restarting.</summary>
    public async Task<(string Target, JsonArray Arguments)> NextCallAsync()
    {
        while (_arrived.Count == 0)
            if (await ReadAsync() is var message && message["type"]?.GetValue<int>() == 1)
                _arrived.Enqueue(message);
        var call = _arrived.Dequeue();
        return (call["target"]!.GetValue<string>(), call["arguments"]!.AsArray());
    }

    /// <summary>Reads on until the studio closes the connection.</summary>
    public async Task ClosedAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var buffer = new byte[1024];
        try
        {
            while ((await _socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (WebSocketException)
        {
            // Cut off without a word, which is closed as well.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    private Task SendAsync(JsonNode message) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString() + End),
            WebSocketMessageType.Text,
            endOfMessage: true,
            Cancel
        );

    private async Task<JsonNode> ReadAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var text = _text.ToString();
            if (text.IndexOf(End, StringComparison.Ordinal) is >= 0 and var end)
            {
                _text.Remove(0, end + 1);
                return JsonNode.Parse(text[..end])!;
            }
            var received = await _socket.ReceiveAsync(buffer, patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            _text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
    }
}
