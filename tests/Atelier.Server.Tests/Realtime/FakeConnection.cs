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
    private static readonly JsonHubProtocol Json = Protocol();
    private readonly Channel<SerializedHubMessage> _written =
        System.Threading.Channels.Channel.CreateUnbounded<SerializedHubMessage>();
    private TaskCompletionSource? _frozen;

    public FakeConnection() => Outbox = new Outbox(Frames, WriteAsync);

    public static FrameWriter Frames { get; } = new(new OneProtocol());

    public Outbox Outbox { get; }

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
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var written = (await _written.Reader.ReadAsync(patience.Token)).GetSerializedMessage(Json);
        var message = JsonNode.Parse(written.Span[..^1])!; // without the character that ends it
        return (message["target"]!.GetValue<string>(), message["arguments"]!.AsArray());
    }

    /// <summary>The next, which is an event.</summary>
    public async Task<(long Seq, string What)> NextEventAsync()
    {
        var (target, arguments) = await NextAsync();
        Assert.Equal("event", target);
        return (arguments[2]!.GetValue<long>(), arguments[1]!.ToString());
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
