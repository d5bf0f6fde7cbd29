using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;

namespace Atelier.Identity.Passwords;

/// <summary>bcrypt at cost 12; hashes made by Python's bcrypt and passlib (`$2a$ $2b$ $2y$`) verify too.</summary>
internal static class PasswordHash
{
    /// <summary>bcrypt reads no further: longer passwords are refused rather than cut.</summary>
    public const int MostBytes = 72;
    private const int Cost = 12;
    private const int SaltBytes = 16;

    // A hash nobody has the password of, so that an unknown address costs the same time as a known one.
    private static readonly Lazy<string> Decoy = new(() =>
        Make(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))
    );

    /// <summary>One phrase, one spelling: composed and decomposed accents are the same password (NIST 800-63B).</summary>
    public static string Normalise(string password) => password.Normalize(NormalizationForm.FormC);

    public static bool Fits(string password) => Encoding.UTF8.GetByteCount(Normalise(password)) <= MostBytes;

    public static string Make(string password) =>
        OpenBsdBCrypt.Generate(
            "2b",
            Normalise(password).ToCharArray(),
            RandomNumberGenerator.GetBytes(SaltBytes),
            Cost
        );

    /// <summary>Takes the same time whether or not there is a <paramref name="hash"/> to check against.</summary>
    public static bool Matches(string password, string? hash)
    {
        var matches = OpenBsdBCrypt.CheckPassword(hash ?? Decoy.Value, Normalise(password).ToCharArray());
        return matches && hash is not null;
    }
}
