using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Identity.Sessions;

/// <summary>One link of a session's line of refresh tokens; good once. The text itself is never stored.</summary>
internal sealed class RefreshToken
{
    private const int Bytes = 32;

    /// <summary>An answer lost on the way may be asked for again this long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private RefreshToken() { }

    public byte[] Hash { get; private set; } = [];
    public Guid SessionId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public byte[]? ChildNonce { get; private set; }

    /// <summary>The id of the signing key that the successor was derived with.</summary>
    public string? ChildKey { get; private set; }

    public static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public static RefreshToken Issue(string text, Session session, DateTimeOffset now, TimeSpan lifetime) =>
        new()
        {
            Hash = HashOf(text),
            SessionId = session.Id,
            CreatedAt = now,
            ExpiresAt = now + lifetime < session.ExpiresAt ? now + lifetime : session.ExpiresAt,
        };

    public void Use(DateTimeOffset now, string key) =>
        (UsedAt, ChildNonce, ChildKey) = (now, RandomNumberGenerator.GetBytes(16), key);

    /// <summary>In both directions: nodes' clocks differ a little, and one that was set far back is no excuse.</summary>
    public bool IsRetry(DateTimeOffset now) => UsedAt is { } used && (now - used).Duration() <= Grace;

    /// <summary>
    /// The successor's text follows from this one's, a stored nonce and a secret of the studio, so that a retry gets
    /// the same successor although only hashes are stored.
    /// </summary>
    public string ChildText(string text, byte[] secret) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(secret, (byte[])[.. Encoding.UTF8.GetBytes("refresh:" + text), .. ChildNonce!])
        );
}
