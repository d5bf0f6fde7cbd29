using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Identity.Tokens;

/// <summary>
/// Tokens whose signature was found right before: it is not computed, and the token not parsed, at every request. What can
/// change, the time and the keys, is judged each time. Only tokens that this studio signed are remembered, by their hash.
/// </summary>
internal sealed class KnownTokens(JsonWebToken tokens)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<TokenHash, KnownToken> _known = new();

    /// <returns>Null when the token is not valid: the caller learns nothing else.</returns>
    public KnownToken? Find(string token)
    {
        if (token.Length > JsonWebToken.LongestToken)
            return null;
        var hash = TokenHash.Of(token);
        if (_known.TryGetValue(hash, out var known) && tokens.IsGood(known.Token))
            return known;
        _known.TryRemove(hash, out _);
        if (tokens.Read(token) is not { } read || !tokens.IsGood(read))
            return null;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        return _known[hash] = new KnownToken(read);
    }

    /// <summary>SHA-256: a token that is held in memory cannot be read out of it.</summary>
    private readonly record struct TokenHash(UInt128 Low, UInt128 High)
    {
        private const int MostBytes = 3 * JsonWebToken.LongestToken; // a character is at most so many in UTF-8

        public static TokenHash Of(string token)
        {
            Span<byte> text = stackalloc byte[MostBytes];
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(text[..Encoding.UTF8.GetBytes(token, text)], hash);
            return new(
                BinaryPrimitives.ReadUInt128LittleEndian(hash),
                BinaryPrimitives.ReadUInt128LittleEndian(hash[16..])
            );
        }
    }
}
