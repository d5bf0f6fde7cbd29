namespace Atelier.Realtime.Contracts;

/// <summary>For modules whose things have channels of their own.</summary>
internal interface ILiveUpdates
{
    /// <summary>
    /// Says, after the commit, that a thing changed. Every node where somebody listens reads it once and sends them
    /// <c>{type: "state", data}</c>; changes within a moment become one.
    /// </summary>
    void Changed(string kind, Guid id);
}
