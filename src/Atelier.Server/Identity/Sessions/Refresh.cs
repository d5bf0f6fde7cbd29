using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

/// <param name="RefreshToken">Left out by web clients, whose cookie holds it.</param>
public sealed record RefreshRequest([property: StringLength(200)] string? RefreshToken = null);

/// <summary>Answers a refresh token with a new pair of tokens, the refresh token where the old one was.</summary>
internal static class Refresh
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        RefreshRequest? request,
        HttpContext http,
        RefreshSession refresh,
        RefreshCookie cookie,
        CancellationToken cancel
    )
    {
        if (request?.RefreshToken is { } inBody)
            return await refresh.RunAsync(inBody, cancel) is { } view ? TypedResults.Ok(view) : Dead.ToHttp();
        if (cookie.Read(http) is not { } inCookie)
            return Problem.Invalid("refreshToken", "There is no refresh token, nor a cookie with one.").ToHttp();
        if (cookie.Check(http) is { } refused)
            return refused.ToHttp();
        return await refresh.RunAsync(inCookie, cancel) is { } tokens
            ? TypedResults.Ok(cookie.Keep(http, tokens))
            : Dead.ToHttp();
    }

    private static Problem Dead =>
        Problem.Unauthorized("invalid_refresh_token", "This refresh token is not valid any more. Please log in again.");
}
