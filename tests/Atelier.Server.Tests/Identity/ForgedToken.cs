using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Atelier.Identity.Tokens;

namespace Atelier.Identity;

/// <summary>Tokens as an attacker would write them, down to the letter.</summary>
internal static class ForgedToken
{
    /// <summary>Signed with HS256, whatever the header says.</summary>
    public static string Sign(string header, string body, byte[] secret)
    {
        var signed = $"{Encode(header)}.{Encode(body)}";
        return $"{signed}.{Base64Url.EncodeToString(JsonWebToken.Mac(secret, signed))}";
    }

    public static string SignWithSha384(string header, string body, byte[] secret)
    {
        var signed = $"{Encode(header)}.{Encode(body)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA384.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Unsigned(string header, string body) => $"{Encode(header)}.{Encode(body)}.";

    /// <summary>The claims of a token, with some of them replaced (null removes one).</summary>
    public static string BodyOf(string token, params (string Claim, JsonNode? Value)[] changes)
    {
        var body = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
        foreach (var (claim, value) in changes)
            if (value is null)
                body.Remove(claim);
            else
                body[claim] = value;
        return body.ToJsonString();
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
