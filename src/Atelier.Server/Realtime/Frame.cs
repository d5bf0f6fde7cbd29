using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Atelier.Realtime;

/// <summary>One message, written out once for all who get it.</summary>
/// <param name="Supersedes">Of waiting frames of a channel with the same one, only the newest is worth sending.</param>
internal sealed record Frame(Channel Channel, long Seq, SerializedHubMessage Message, int Bytes, Guid? Supersedes);

/// <summary>Writes the calls that a client gets.</summary>
internal sealed class FrameWriter(IHubProtocolResolver protocols)
{
    private readonly IHubProtocol _json = protocols.GetProtocol("json", supportedProtocols: null)!;

    public Frame Event(Channel channel, long seq, object happened, Guid? supersedes) =>
        Write(channel, seq, supersedes, "event", channel.ToString(), happened, seq);

    public Frame Snapshot(Channel channel, string epoch, long seq, object? state) =>
        Write(channel, seq, null, "snapshot", channel.ToString(), state, seq, epoch);

    public Frame Missed(Channel channel) => Write(channel, 0, null, "missed", channel.ToString());

    /// <param name="wait">After how long the client should connect again.</param>
    public Frame Restarting(TimeSpan wait) => Write(default, 0, null, "restarting", (int)wait.TotalMilliseconds);

    private Frame Write(Channel channel, long seq, Guid? supersedes, string target, params object?[] arguments)
    {
        var message = new SerializedHubMessage(new InvocationMessage(target, arguments));
        return new(channel, seq, message, message.GetSerializedMessage(_json).Length, supersedes);
    }
}
