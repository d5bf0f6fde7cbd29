using System.Text.Json.Nodes;

namespace Atelier.Identity.Tokens;

/// <summary>What a token says whose signature is right.</summary>
internal sealed record SignedToken(JsonObject Claims, SigningKey Key, DateTimeOffset From, DateTimeOffset ExpiresAt);
