using System.Diagnostics.CodeAnalysis;

namespace Atelier.Realtime;

/// <summary>What a client can listen to, written as <c>job:0198…</c>; the studio as a whole is <c>system</c>.</summary>
internal readonly record struct Channel(string Kind, Guid Id)
{
    public const string User = "user";
    public const string Job = "job";
    public const string Project = "project";
    public const string Batch = "batch";

    /// <summary>What moves on any node and for anybody; for moderators and admins.</summary>
    public static readonly Channel System = new("system", Guid.Empty);

    /// <summary>A job's events are numbered and kept by the engine; all others are numbered by the node that sends them.</summary>
    public bool IsNumberedByEngine => Kind == Job;

    public override string ToString() => this == System ? Kind : $"{Kind}:{Id}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Channel channel)
    {
        channel = System;
        if (text == System.Kind)
            return true;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || !Guid.TryParseExact(text![(colon + 1)..], "D", out var id))
            return false;
        channel = new Channel(text[..colon], id);
        return channel.Kind != System.Kind;
    }
}
