using System.Security.Claims;
using System.Text.Encodings.Web;
using Atelier.Identity.Contracts;
using Atelier.Identity.Keys;
using Atelier.Platform.Edge;
using Atelier.Platform.Errors;
using Atelier.Platform.Throttling;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Atelier.Identity.Tokens;

/// <summary>
/// Reads the access token, or the API key, from the Authorization header (RFC 6750). Only a hub under /ws may have it in the query,
/// because browsers cannot set headers on a WebSocket.
/// </summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    KnownTokens tokens,
    ISessions sessions,
    KnownApiKeys keys,
    Throttles throttles
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";
    private const string QueryName = "access_token";

    private Problem? _tooManyWrongKeys;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
            return AuthenticateResult.NoResult();
        if (Request.Headers.Authorization.Count > 0 && Request.Query.ContainsKey(QueryName))
            return AuthenticateResult.Fail("There are two access tokens.");
        if (token.StartsWith(ApiKey.Prefix, StringComparison.Ordinal))
            return await JudgeKeyAsync(token);
        if (tokens.Find(token) is not { } known)
            return AuthenticateResult.Fail("The access token is not valid.");
        if (known.Session is not { } session || await sessions.RoleOfAsync(session) is not { } role)
            return AuthenticateResult.Fail("The session has ended.");
        return Success(known.As(role, SchemeName), known.Token.ExpiresAt);
    }

    /// <summary>A right key is never kept waiting: it cannot be guessed, and wrong ones may come from a neighbour.</summary>
    private async Task<AuthenticateResult> JudgeKeyAsync(string key)
    {
        if (await keys.FindAsync(key, SchemeName) is var (holder, until))
            return Success(holder, until);
        // Counted also for those who hang up before the answer.
        var from = ClientAddress.NetworkOf(Context);
        _tooManyWrongKeys = await throttles.TakeAsync(ThrottlePolicy.WrongKeys, from, CancellationToken.None);
        return AuthenticateResult.Fail("The API key is not valid.");
    }

    private static AuthenticateResult Success(CallerIdentity identity, DateTimeOffset until)
    {
        // A hub closes its connections when their token expires.
        var properties = new AuthenticationProperties { ExpiresUtc = until };
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), properties, SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        if (_tooManyWrongKeys is { } refusal)
        {
            await refusal.ToHttp().ExecuteAsync(Context);
            return;
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = result.Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return header[Prefix.Length..];
        return
            Request.Path.StartsWithSegments("/ws", StringComparison.Ordinal)
            && Request.Query[QueryName] is [{ Length: > 0 } token]
            ? token
            : null;
    }
}
