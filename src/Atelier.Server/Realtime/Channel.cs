using System.Diagnostics.CodeAnalysis;

namespace Atelier.Realtime;

internal enum ChannelKind
{
    User,
    Job,
    Project,
    Batch,
}

/// <summary>What a client can listen to, written as <c>job:0198…</c>.</summary>
internal readonly record struct Channel(ChannelKind Kind, Guid Id)
{
    public override string ToString() => $"{Enum.GetName(Kind)!.ToLowerInvariant()}:{Id}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Channel channel)
    {
        channel = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || !Guid.TryParseExact(text![(colon + 1)..], "D", out var id))
            return false;
        ChannelKind? kind = text[..colon] switch
        {
            "user" => ChannelKind.User,
            "job" => ChannelKind.Job,
            "project" => ChannelKind.Project,
            "batch" => ChannelKind.Batch,
            _ => null,
        };
        channel = new Channel(kind ?? default, id);
        return kind is not null;
    }
}
