namespace Atelier.Identity.Sessions;

/// <summary>A browser in which a person has logged in before. Its cookie is stored as a hash only.</summary>
internal sealed class KnownDevice
{
    private KnownDevice() { }

    public byte[] Hash { get; private set; } = [];
    public Guid UserId { get; private set; }
    public DateTimeOffset LastLoginAt { get; private set; }
}
