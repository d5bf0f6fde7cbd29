namespace Atelier.Identity.Passwords;

/// <summary>Lets whoever reads a person's mail choose a new password, once and within the hour.</summary>
internal sealed class ResetToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private ResetToken() { }

    public byte[] Hash { get; private set; } = [];
    public Guid UserId { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static ResetToken Issue(byte[] hash, Guid userId, DateTimeOffset now) =>
        new()
        {
            Hash = hash,
            UserId = userId,
            ExpiresAt = now + Lifetime,
        };
}
