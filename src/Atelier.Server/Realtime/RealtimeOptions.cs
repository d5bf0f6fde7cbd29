using System.ComponentModel.DataAnnotations;

namespace Atelier.Realtime;

/// <summary>Section <c>Atelier:Realtime</c>: live connections.</summary>
internal sealed class RealtimeOptions
{
    public const string Section = "Atelier:Realtime";

    /// <summary>Live connections that a person may have at a time on one node; open pages, mostly.</summary>
    [Range(1, 1_000_000)]
    public int ConnectionsPerPerson { get; set; } = 20;

    /// <summary>A node that stops asks its connections to come back elsewhere after a while of their own, within so many seconds.</summary>
    [Range(0, 300)]
    public int ReturnWithinSeconds { get; set; } = 5;
}
