namespace Atelier.Identity.Tokens;

/// <summary>A symmetric signing key; <paramref name="Secret"/> has at least 32 bytes (RFC 7518, 3.2).</summary>
internal sealed record SigningKey(string Id, byte[] Secret);

/// <summary>The first key signs, all of them verify: a new key is put in front, the old one goes when its tokens have.</summary>
internal sealed class KeyRing
{
    private const int LeastSecretBytes = 32;
    private readonly IReadOnlyList<SigningKey> _keys;

    public KeyRing(IReadOnlyList<SigningKey> keys)
    {
        if (keys.Count == 0)
            throw new ArgumentException("A key ring needs a key.", nameof(keys));
        if (keys.Any(key => key.Secret.Length < LeastSecretBytes))
            throw new ArgumentException("HS256 needs a secret of at least 32 bytes.", nameof(keys));
        if (keys.Select(key => key.Id).Distinct().Count() != keys.Count)
            throw new ArgumentException("Two signing keys have the same id.", nameof(keys));
        _keys = keys;
    }

    public SigningKey Current => _keys[0];

    public SigningKey? Find(string id) => _keys.FirstOrDefault(key => key.Id == id);
}
