namespace Atelier.Identity.Sessions;

/// <summary>A login on one device. It ends by logout, by its last day, or when one of its old tokens is used again.</summary>
internal sealed class Session
{
    private Session() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>The User-Agent header of the login, cut to 200 characters.</summary>
    public string Device { get; private set; } = "";
    public string Address { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the person last proved who they are: by logging in, or by a step-up since.</summary>
    public DateTimeOffset AuthenticatedAt { get; private set; }
    public DateTimeOffset LastUsedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public string? RevokedBecause { get; private set; }

    /// <summary>What its tokens carry at most; null is all that the person's role has.</summary>
    public string[]? Scopes { get; private set; }

    public static Session Begin(
        Guid userId,
        string device,
        string address,
        DateTimeOffset now,
        TimeSpan lifetime,
        IReadOnlyList<string>? scopes = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            Device = device.Length > 200 ? device[..200] : device,
            Address = address,
            CreatedAt = now,
            AuthenticatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + lifetime,
            Scopes = scopes is null ? null : [.. scopes.Distinct()],
        };

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => LastUsedAt = now;

    public void Revoke(string because, DateTimeOffset now)
    {
        if (RevokedAt is null)
            (RevokedAt, RevokedBecause) = (now, because);
    }
}
