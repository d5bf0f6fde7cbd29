using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Atelier.Realtime;

/// <summary>The far end of an outbox, which can stop reading.</summary>
internal sealed class FakeConnection
{
    private const char EndOfMessage = '\u001e';

    private static readonly JsonHubProtocol Json = Protocol();
    private readonly Channel<SerializedHubMessage> _written =
        System.Threading.Channels.Channel.CreateUnbounded<SerializedHubMessage>();
    private readonly Queue<JsonNode> _unread = [];
    private TaskCompletionSource? _frozen;

    public FakeConnection() => Outbox = new Outbox(Frames, WriteAsync);

    public static FrameWriter Frames { get; } = new(new OneProtocol());

    public Outbox Outbox { get; }

    /// <summary>How many times it was written to, of what has been read.</summary>
    public int Writes { get; private set; }

    /// <summary>What is written next stays on its way.</summary>
    public void Freeze() => _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn()
    {
        var frozen = _frozen!;
        _frozen = null;
        frozen.SetResult();
    }

    public async Task<(string Target, JsonArray Arguments)> NextAsync()
    {
        if (_unread.Count == 0)
            await ReadAsync();
        var message = _unread.Dequeue();
        return (message["target"]!.GetValue<string>(), message["arguments"]!.AsArray());
    }

    /// <summary>The next, which is an event.</summary>
    public async Task<(long Seq, string What)> NextEventAsync()
    {
        var (target, arguments) = await NextAsync();
        Assert.Equal("event", target);
        return (arguments[2]!.GetValue<long>(), arguments[1]!.ToString());
    }

    private async Task ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var written = (await _written.Reader.ReadAsync(patience.Token)).GetSerializedMessage(Json);
        foreach (
            var message in Encoding
                .UTF8.GetString(written.Span)
                .Split(EndOfMessage, StringSplitOptions.RemoveEmptyEntries)
        )
            _unread.Enqueue(JsonNode.Parse(message)!);
        Writes++;
    }

    private ValueTask WriteAsync(SerializedHubMessage message)
    {
        _written.Writer.TryWrite(message);
        return _frozen is { } frozen ? new(frozen.Task) : default;
    }

    private static JsonHubProtocol Protocol()
    {
        var options = new JsonHubProtocolOptions();
        JsonRules.Apply(options.PayloadSerializerOptions);
        return new(Options.Create(options));
    }

    private sealed class OneProtocol : IHubProtocolResolver
    {
        public IReadOnlyList<IHubProtocol> AllProtocols => [Json];

        public IHubProtocol GetProtocol(string protocolName, IReadOnlyList<string>? supportedProtocols) => Json;
    }
}
