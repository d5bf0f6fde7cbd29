namespace Atelier.Webhooks;

/// <summary>A person's wish to be told about the ends of their work.</summary>
internal sealed class Webhook
{
    private Webhook() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Name { get; private set; } = "";
    public string Url { get; private set; } = "";
    public string[] Events { get; private set; } = [];
    public byte[] Secret { get; private set; } = [];
    public string SecretKey { get; private set; } = "";

    /// <summary>Signs beside the new one until <see cref="EarlierUntil"/>.</summary>
    public byte[]? EarlierSecret { get; private set; }
    public string? EarlierSecretKey { get; private set; }
    public DateTimeOffset? EarlierUntil { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public string? DisabledBecause { get; private set; }
    public DateTimeOffset? FailingSince { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Webhook Create(
        Guid owner,
        Guid? project,
        string name,
        Uri url,
        IEnumerable<string> events,
        (string KeyId, byte[] Box) secret,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            ProjectId = project,
            Name = name,
            Url = url.AbsoluteUri,
            Events = [.. events.Distinct()],
            Secret = secret.Box,
            SecretKey = secret.KeyId,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <param name="earlierUntil">How long the secret of now still signs; not at all when that is now.</param>
    public void ChangeSecret((string KeyId, byte[] Box) secret, DateTimeOffset earlierUntil, DateTimeOffset now)
    {
        (byte[]?, string?, DateTimeOffset?) none = default;
        (EarlierSecret, EarlierSecretKey, EarlierUntil) = earlierUntil > now ? (Secret, SecretKey, earlierUntil) : none;
        (Secret, SecretKey, UpdatedAt) = (secret.Box, secret.KeyId, now);
    }

    /// <param name="isEnabled">True also forgives what failed before.</param>
    public void Change(string? name, Uri? url, IEnumerable<string>? events, bool? isEnabled, DateTimeOffset now)
    {
        (Name, Url) = (name ?? Name, url?.AbsoluteUri ?? Url);
        Events = events is null ? Events : [.. events.Distinct()];
        if (isEnabled is true)
            (DisabledAt, DisabledBecause, FailingSince) = (null, null, null);
        else if (isEnabled is false)
            (DisabledAt, DisabledBecause) = (DisabledAt ?? now, DisabledBecause ?? "owner");
        UpdatedAt = now;
    }
}
