namespace Atelier.Realtime;

/// <summary>How far a client has come on a channel.</summary>
/// <param name="Seq">Of the last event it knows; 0 when it knows none.</param>
/// <param name="Epoch">
/// Within which the number counts: what the subscription's answer or the last snapshot said. A job's events are numbered
/// once and for all, so that its channel needs none.
/// </param>
internal sealed record Position(long Seq, string? Epoch = null);
