using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Atelier.Realtime;

/// <summary>One message, written out once for all who get it.</summary>
/// <param name="Supersedes">Of waiting frames of a channel with the same one, only the newest is worth sending.</param>
internal sealed record Frame(Channel Channel, long Seq, SerializedHubMessage Message, int Bytes, Guid? Supersedes);

/// <summary>Frames of one channel that came together, written as one; a client tells them apart.</summary>
internal sealed record Bundle(IReadOnlyList<Frame> Frames, SerializedHubMessage Message)
{
    public Channel Channel => Frames[0].Channel;
}

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

    /// <param name="all">At least one, of one channel.</param>
    public Bundle Together(IReadOnlyList<Frame> all)
    {
        if (all is [var only])
            return new(all, only.Message);
        var text = new byte[all.Sum(frame => frame.Bytes)];
        var rest = text.AsMemory();
        foreach (var frame in all)
        {
            frame.Message.GetSerializedMessage(_json).CopyTo(rest);
            rest = rest[frame.Bytes..];
        }
        return new(all, new SerializedHubMessage([new SerializedMessage(_json.Name, text)]));
    }

    private Frame Write(Channel channel, long seq, Guid? supersedes, string target, params object?[] arguments)
    {
        var message = new SerializedHubMessage(new InvocationMessage(target, arguments));
        return new(channel, seq, message, message.GetSerializedMessage(_json).Length, supersedes);
    }
}
