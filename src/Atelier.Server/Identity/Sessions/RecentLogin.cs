using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity.Sessions;

/// <summary>
/// What cannot be taken back asks for more than a session that was left open: a login, or a step-up, of a moment ago.
/// </summary>
internal static class RecentLogin
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Guards every route of <paramref name="routes"/>, all of which ask for a token.</summary>
    public static TBuilder RequireRecentLogin<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(
            async (call, next) =>
            {
                var http = call.HttpContext;
                var session = CurrentUser.From(http.User).SessionId;
                var services = http.RequestServices;
                var since = services.GetRequiredService<TimeProvider>().GetUtcNow() - Lifetime;
                var isRecent = await services
                    .GetRequiredService<IdentityDb>()
                    .Sessions.AnyAsync(s => s.Id == session && s.AuthenticatedAt > since, http.RequestAborted);
                return isRecent ? await next(call) : Required.ToHttp();
            }
        );

    private static Problem Required =>
        Problem.Forbidden("step_up_required", "This needs a login of the last five minutes: POST /auth/step-up first.");
}
