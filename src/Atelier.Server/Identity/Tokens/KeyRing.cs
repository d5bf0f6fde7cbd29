namespace Atelier.Identity.Tokens;

/// <summary>
/// Signing keys, the newest first. A new one verifies at once and signs when its time has come; one that was followed
/// verifies until the last token it can have signed has expired.
/// </summary>
internal sealed class KeyRing
{
    private const int LeastSecretBytes = 32;

    public KeyRing(IReadOnlyList<SigningKey> keys)
    {
        if (keys.Count == 0)
            throw new ArgumentException("A key ring needs a key.", nameof(keys));
        if (keys.Any(key => key.Secret is not { Length: >= LeastSecretBytes }))
            throw new ArgumentException("HS256 needs a secret of at least 32 bytes.", nameof(keys));
        if (keys.Any(key => key.Id is not { Length: > 0 }) || keys.DistinctBy(key => key.Id).Count() != keys.Count)
            throw new ArgumentException("Every signing key needs an id of its own.", nameof(keys));
        Keys = keys;
    }

    public IReadOnlyList<SigningKey> Keys { get; }

    public SigningKey CurrentAt(DateTimeOffset now) =>
        Keys.FirstOrDefault(key => key.SignsFrom is null || key.SignsFrom <= now) ?? Keys[^1];

    /// <returns>Null as long as no key with a date follows: one without never ends the ones before it.</returns>
    public DateTimeOffset? EndOf(SigningKey key, TimeSpan overlap) =>
        Keys.TakeWhile(newer => newer != key).Min(newer => newer.SignsFrom) + overlap;

    public IEnumerable<SigningKey> LivingAt(DateTimeOffset now, TimeSpan overlap) =>
        Keys.Where(key => EndOf(key, overlap) is not { } end || now < end);
}
