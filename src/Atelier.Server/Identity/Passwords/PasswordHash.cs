using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;

namespace Atelier.Identity.Passwords;

/// <summary>bcrypt at cost 12; hashes made by Python's bcrypt and passlib (`$2a$ $2b$ $2y$`) verify too.</summary>
internal static class PasswordHash
{
    /// <summary>bcrypt reads no further: longer passwords are refused rather than cut.</summary>
    public const int MostBytes = 72;

    /// <summary>A third of a second of one core; each step doubles it.</summary>
    public const int Cost = 12;
    private const string Version = "2b";
    private const int SaltBytes = 16;

    // Hashes nobody has the password of, so that an unknown address costs the same time as a known one.
    private static readonly ConcurrentDictionary<int, string> Decoys = new();

    /// <summary>One phrase, one spelling: composed and decomposed accents are the same password (NIST 800-63B).</summary>
    public static string Normalise(string password) => password.Normalize(NormalizationForm.FormC);

    public static bool Fits(string password) => Encoding.UTF8.GetByteCount(Normalise(password)) <= MostBytes;

    public static string Make(string password, int cost = Cost) =>
        OpenBsdBCrypt.Generate(
            Version,
            Normalise(password).ToCharArray(),
            RandomNumberGenerator.GetBytes(SaltBytes),
            cost
        );

    /// <summary>
    /// Takes the same time whether or not there is a <paramref name="hash"/> to check against, also when that was made
    /// elsewhere at a lower cost.
    /// </summary>
    public static bool Matches(string password, string? hash, int cost = Cost)
    {
        var letters = Normalise(password).ToCharArray();
        var matches = OpenBsdBCrypt.CheckPassword(hash ?? DecoyOf(cost), letters);
        foreach (var missing in hash is null ? [] : Missing(CostOf(hash), cost))
            OpenBsdBCrypt.CheckPassword(DecoyOf(missing), letters);
        return matches && hash is not null;
    }

    /// <summary>Made elsewhere, in a way that is not good enough here.</summary>
    public static bool IsOutdated(string hash, int cost = Cost) =>
        !hash.StartsWith($"${Version}$", StringComparison.Ordinal) || CostOf(hash) < cost;

    /// <returns>The costs of the checks that, after one at <paramref name="done"/>, make up one at <paramref name="whole"/>.</returns>
    internal static IEnumerable<int> Missing(int done, int whole) => Enumerable.Range(done, Math.Max(0, whole - done));

    private static int CostOf(string hash) => int.Parse(hash.AsSpan(4, 2), CultureInfo.InvariantCulture);

    private static string DecoyOf(int cost) =>
        Decoys.GetOrAdd(cost, c => Make(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)), c));
}
