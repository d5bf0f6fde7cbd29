using Atelier.JobEngine.Nodes;

namespace Atelier.JobEngine;

/// <summary>
/// Short words that every node hears within a moment, over the one listening connection that each has. A hint may be
/// lost and may come twice: it says where to look, never what is true.
/// </summary>
public sealed class ClusterHints
{
    private const int Longest = 200;
    private readonly Notices _notices;

    internal ClusterHints(Notices notices, Listener listener)
    {
        _notices = notices;
        listener.Hint += hint => Heard?.Invoke(hint);
        listener.Connected += () => MaybeMissed?.Invoke();
    }

    /// <summary>This node's own hints come back too.</summary>
    public event Action<string>? Heard;

    /// <summary>The listening connection was made anew; hints before it may not have come.</summary>
    public event Action? MaybeMissed;

    /// <summary>Tells all nodes; the same hint given many times within a moment is sent once.</summary>
    public void Tell(string hint)
    {
        ArgumentException.ThrowIfNullOrEmpty(hint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hint.Length, Longest);
        _notices.Hint(hint);
    }
}
