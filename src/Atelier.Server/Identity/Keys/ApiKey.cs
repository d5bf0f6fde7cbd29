using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Identity.Keys;

/// <summary>Stands for a person in their programs, with some of their scopes and for a time. The text itself is never stored.</summary>
internal sealed class ApiKey
{
    /// <summary>Tells a key from an access token, and a leaked one to those who search for secrets.</summary>
    public const string Prefix = "atl_";

    private const int Bytes = 32;

    private ApiKey() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] Hash { get; private set; } = [];
    public string[] Scopes { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static string NewText() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>256 random bits need no slow hash.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public static ApiKey Issue(
        string text,
        Guid userId,
        string name,
        IEnumerable<string> scopes,
        DateTimeOffset now,
        DateTimeOffset expiresAt
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            Name = name,
            Hash = HashOf(text),
            Scopes = [.. scopes],
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
}
