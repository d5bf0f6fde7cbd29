using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Identity.Sessions;

public sealed record RefreshRequest([property: Required, StringLength(200)] string RefreshToken);

/// <summary>Answers a refresh token with a new pair of tokens.</summary>
internal static class Refresh
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        RefreshRequest request,
        RefreshSession refresh,
        CancellationToken cancel
    ) => await refresh.RunAsync(request.RefreshToken, cancel) is { } view ? TypedResults.Ok(view) : Dead.ToHttp();

    private static Problem Dead =>
        Problem.Unauthorized("invalid_refresh_token", "This refresh token is not valid any more. Please log in again.");
}
