using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Passwords;
using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

public sealed record LoginRequest(
    [property: Required, StringLength(254)] string Email,
    [property: Required, StringLength(1000)] string Password
);

/// <summary>Opens a session. An unknown address, a wrong password and a disabled account look and last alike.</summary>
internal static class Login
{
    public static async Task<Results<Ok<TokenView>, ProblemHttpResult>> Post(
        LoginRequest request,
        HttpContext http,
        IdentityDb db,
        SessionTokens tokens,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var address = request.Email.ToLowerInvariant();
#pragma warning disable CA1862, CA1304, CA1311 // translated to lower(email), which the unique index is on
        var user = await db.Users.SingleOrDefaultAsync(u => u.Email.ToLower() == address, cancel);
#pragma warning restore CA1862, CA1304, CA1311
        var known = await PasswordWork.MatchesAsync(request.Password, user?.PasswordHash, cancel);
        if (user is null || !known || user.DisabledAt is not null)
            return Problem.Unauthorized("wrong_credentials", "The address or the password is wrong.").ToHttp();

        var now = clock.GetUtcNow();
        var device = http.Request.Headers.UserAgent.ToString();
        var from = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var session = Session.Begin(user.Id, device, from, now, tokens.SessionLifetime);
        var refreshToken = RefreshToken.NewText();
        db.Sessions.Add(session);
        db.RefreshTokens.Add(RefreshToken.Issue(refreshToken, session, now, tokens.RefreshLifetime));
        user.SignIn(now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(tokens.Issue(user, session, refreshToken));
    }
}
