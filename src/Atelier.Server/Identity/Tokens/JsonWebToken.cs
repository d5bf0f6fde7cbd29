using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Identity.Tokens;

/// <summary>
/// JSON Web Tokens with HS256 and nothing else (RFC 7515, 7519; rules of RFC 8725): one algorithm, keys by `kid` from
/// our own ring, type, issuer, audience and times checked, canonical base64url only.
/// </summary>
internal sealed class JsonWebToken(SigningKeys keys, TimeProvider clock)
{
    public const string Issuer = "atelier";
    public const string Audience = "atelier-api";
    private const string Type = "at+jwt"; // RFC 9068: an access token cannot be taken for another kind
    public const int LongestToken = 4096; // characters; ours are under 600
    private const int HeaderFields = 3; // alg, kid and typ; one with crit, zip, jku, jwk or cty is not ours
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signs <paramref name="claims"/> (without iss, aud, iat, nbf, exp, which are added) for a time.</summary>
    public string Sign(JsonObject claims, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var body = (JsonObject)claims.DeepClone();
        body["iss"] = Issuer;
        body["aud"] = Audience;
        body["iat"] = now;
        body["nbf"] = now;
        body["exp"] = now + (long)lifetime.TotalSeconds;
        var key = keys.Current;
        var header = new JsonObject
        {
            ["alg"] = "HS256",
            ["kid"] = key.Id,
            ["typ"] = Type,
        };
        var signed = $"{Encode(header)}.{Encode(body)}";
        return $"{signed}.{Base64Url.EncodeToString(Mac(key.Secret, signed))}";
    }

    /// <summary>The claims of a valid token, else null: the caller learns only that it is not valid.</summary>
    public JsonObject? Verify(string token) => Read(token) is { } read && IsGood(read) ? read.Claims : null;

    /// <summary>Reads a token that was signed here and is meant for here, whether or not it is good now.</summary>
    public SignedToken? Read(string token)
    {
        if (token.Length > LongestToken)
            return null;
        var parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } header || Decode(parts[2], out var signature) is false)
            return null;
        if (header.Count != HeaderFields || Text(header, "alg") != "HS256" || Text(header, "typ") != Type)
            return null;
        if (Text(header, "kid") is not { } kid || keys.Find(kid) is not { } key)
            return null;
        // The signature comes before the body is parsed: what nobody signed is not read.
        if (!CryptographicOperations.FixedTimeEquals(Mac(key.Secret, $"{parts[0]}.{parts[1]}"), signature))
            return null;
        return
            Decode(parts[1]) is { } claims
            && Text(claims, "iss") == Issuer
            && Text(claims, "aud") == Audience
            && Time(claims, "nbf") is { } from
            && Time(claims, "exp") is { } expires
            ? new(claims, key, from, expires)
            : null;
    }

    /// <summary>What time changes: the token's own, and whether its key still verifies.</summary>
    public bool IsGood(SignedToken token)
    {
        var now = clock.GetUtcNow();
        return now < token.ExpiresAt + Skew
            && now >= token.From - Skew
            && keys.Find(token.Key.Id) is { } key
            && key.Secret.AsSpan().SequenceEqual(token.Key.Secret); // the keys may have been read anew since
    }

    internal static byte[] Mac(byte[] secret, string signed) =>
        HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed));

    private static string Encode(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static bool Decode(string text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text))
            return false;
        bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text; // padding, white space and stray bits make a second spelling
    }

    private static JsonObject? Decode(string text)
    {
        if (!Decode(text, out var bytes))
            return null;
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false };
            return JsonNode.Parse(bytes, documentOptions: options) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject part, string name) =>
        part[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static DateTimeOffset? Time(JsonObject part, string name) =>
        part[name] is JsonValue value && value.TryGetValue(out long seconds) && seconds is > 0 and < 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
