using System.Security.Cryptography;
using System.Text;
using Atelier.Identity.Contracts;

namespace Atelier.Webhooks;

/// <summary>Signs messages as the Standard Webhooks convention has it, so that receivers can take a library for it.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    public static (string Text, (string KeyId, byte[] Box) Sealed) Make(ISecretSeal seal, Guid owner)
    {
        var secret = RandomNumberGenerator.GetBytes(Bytes);
        return (Prefix + Convert.ToBase64String(secret), (seal.KeyId, seal.Close(secret, owner)));
    }

    /// <returns>The value of <c>webhook-signature</c>: one for each secret, with blanks between.</returns>
    public static string Sign(IEnumerable<byte[]> secrets, string id, long timestamp, string body) =>
        string.Join(' ', secrets.Select(secret => Sign(secret, id, timestamp, body)));

    private static string Sign(byte[] secret, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed));
    }
}
