using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Identity.Factors;

/// <summary>Time-based one-time codes (RFC 6238) as authenticator apps make them: SHA-1, 30 seconds, 6 digits.</summary>
internal static class Totp
{
    public const int SecretBytes = 20; // as long as the hash (RFC 4226, 4)
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Window = 1; // steps that a clock may be off, or a person late

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // what the apps speak; as a MAC SHA-1 is sound (RFC 6238, 1.2)
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var truncated = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (truncated % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <returns>The step whose code this is; null when it is none of now.</returns>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(CodeAt(secret, step)),
                    Encoding.UTF8.GetBytes(code)
                )
            )
                found = step;
        return found;
    }

    /// <summary>What an authenticator app reads from the QR code.</summary>
    public static string UriOf(byte[] secret, string email) =>
        $"otpauth://totp/Atelier:{Uri.EscapeDataString(email)}?secret={Base32.Encode(secret)}&issuer=Atelier";
}
