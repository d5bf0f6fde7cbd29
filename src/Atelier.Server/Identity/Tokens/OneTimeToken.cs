using Atelier.Identity.Sessions;

namespace Atelier.Identity.Tokens;

/// <summary>Lets whoever holds it do one thing, once and for a while. The text itself is never stored.</summary>
internal sealed class OneTimeToken
{
    /// <summary>Choose a new password.</summary>
    public const string Reset = "reset";

    /// <summary>Finish a login whose password was right.</summary>
    public const string Factor = "factor";

    /// <summary>Prove that the mail of an address is read.</summary>
    public const string ForAddress = "email";

    private static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan FactorLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EmailLifetime = TimeSpan.FromHours(24);

    private OneTimeToken() { }

    public byte[] Hash { get; private set; } = [];
    public Guid UserId { get; private set; }
    public string Purpose { get; private set; } = "";
    public string? Email { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <param name="email">Where the link goes: who brings it back reads that mail.</param>
    public static OneTimeToken ForReset(string text, Guid userId, string email, DateTimeOffset now)
    {
        var token = Issue(text, userId, Reset, now + ResetLifetime);
        token.Email = email;
        return token;
    }

    public static OneTimeToken ForFactor(string text, Guid userId, DateTimeOffset now) =>
        Issue(text, userId, Factor, now + FactorLifetime);

    public static OneTimeToken ForEmail(string text, Guid userId, string email, DateTimeOffset now)
    {
        var token = Issue(text, userId, ForAddress, now + EmailLifetime);
        token.Email = email;
        return token;
    }

    private static OneTimeToken Issue(string text, Guid userId, string purpose, DateTimeOffset expiresAt) =>
        new()
        {
            Hash = RefreshToken.HashOf(text),
            UserId = userId,
            Purpose = purpose,
            ExpiresAt = expiresAt,
        };
}
