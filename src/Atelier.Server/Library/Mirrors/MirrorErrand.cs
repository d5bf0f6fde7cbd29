namespace Atelier.Library.Mirrors;

/// <summary>One document that one mirror is to be told of, for as long as nobody else tells it.</summary>
/// <param name="Revision">What it was when the errand was taken: a change since then is another errand.</param>
/// <param name="Attempts">In vain so far.</param>
/// <param name="Stamp">Of this telling: what bears another one is from an earlier.</param>
/// <param name="Parts">The mirror may have parts 0 to below this number.</param>
internal sealed record MirrorErrand(
    MirrorLedger Ledger,
    string Mirror,
    Guid DocumentId,
    Guid OwnerId,
    long Revision,
    int Attempts,
    string Stamp,
    int Parts
)
{
    /// <summary>Notes, before they are sent, that the mirror may have so many parts, and that this errand goes on.</summary>
    /// <exception cref="MirrorException">It took so long that somebody else has taken it over.</exception>
    public Task HoldAsync(int parts, CancellationToken cancel) => Ledger.HoldAsync(this, parts, cancel);
}
