namespace Atelier.Identity.Sessions;

/// <summary>What a login or a refresh answers with (names as in RFC 6749, in camelCase).</summary>
/// <param name="RefreshToken">Null when it went into the cookie.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
internal sealed record TokenView(string AccessToken, string? RefreshToken, string TokenType, int ExpiresIn);
