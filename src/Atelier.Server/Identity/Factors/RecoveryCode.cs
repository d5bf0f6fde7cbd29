using System.Security.Cryptography;
using System.Text;

namespace Atelier.Identity.Factors;

/// <summary>Takes the place of a code when the app is lost, once. The text itself is never stored.</summary>
internal sealed class RecoveryCode
{
    public const int PerPerson = 10;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789"; // 5 bits each
    private const int Length = 16; // 80 bits: no slow hash is needed
    private const int Group = 4;

    private RecoveryCode() { }

    public byte[] Hash { get; private set; } = [];
    public Guid UserId { get; private set; }

    public static string NewText() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(part => new string(part))
        );

    /// <summary>Dashes, blanks and capitals do not count: people type these from paper.</summary>
    public static byte[] HashOf(string text) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(new string([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))
        );

    public static RecoveryCode Issue(string text, Guid userId) => new() { Hash = HashOf(text), UserId = userId };
}
