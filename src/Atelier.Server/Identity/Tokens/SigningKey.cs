namespace Atelier.Identity.Tokens;

/// <summary>A symmetric signing key.</summary>
/// <param name="Secret">At least 32 bytes (RFC 7518, 3.2).</param>
/// <param name="SignsFrom">When it takes over from the one before; null for a key that was written down without a date.</param>
internal sealed record SigningKey(string Id, byte[] Secret, DateTimeOffset? SignsFrom = null);
