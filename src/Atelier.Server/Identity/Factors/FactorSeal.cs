using System.Security.Cryptography;
using System.Text;
using Atelier.Identity.Contracts;
using Atelier.Identity.Tokens;

namespace Atelier.Identity.Factors;

/// <summary>
/// Keeps secrets of second factors unreadable in the database and its backups (AES-256-GCM). Its key has a file of its own,
/// because signing keys are thrown away after a while.
/// </summary>
/// <param name="purpose">What is closed for one purpose does not open for another.</param>
internal sealed class FactorSeal(KeyRing keys, string purpose = "atelier factor") : ISecretSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public string KeyId => keys.Keys[0].Id;

    public byte[] Close(byte[] secret, Guid user)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var (cipher, tag) = (new byte[secret.Length], new byte[TagBytes]);
        using var aes = Aes(keys.Keys[0]);
        aes.Encrypt(nonce, secret, cipher, tag, user.ToByteArray());
        return [.. nonce, .. tag, .. cipher];
    }

    /// <summary>Fails when the key is gone, or the secret is another person's.</summary>
    public byte[] Open(string keyId, byte[] box, Guid user)
    {
        var key =
            keys.Keys.FirstOrDefault(key => key.Id == keyId)
            ?? throw new CryptographicException($"The sealing key {keyId} is gone.");
        var secret = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = Aes(key);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes),
            box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes),
            secret,
            user.ToByteArray()
        );
        return secret;
    }

    private AesGcm Aes(SigningKey key) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 32, info: Encoding.ASCII.GetBytes(purpose)), TagBytes);
}
