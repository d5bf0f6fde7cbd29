using System.Security.Claims;
using Atelier.Platform.Edge;
using Atelier.Platform.Errors;

namespace Atelier.Platform.Throttling;

/// <summary>Says that a route tests a secret of the signed-in person, and of what kind: wrong ones are slowed down.</summary>
internal sealed record GuessedRoute(string What);

/// <summary>How routes declare their limits, and where the limits are applied: before a body is read.</summary>
internal static class ThrottledRoutes
{
    /// <summary>Counts each request of a person, or of an address where nobody is signed in.</summary>
    public static TBuilder Throttle<TBuilder>(this TBuilder route, ThrottlePolicy policy)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(policy);

    /// <summary>For routes of a signed-in person that ask for a password or a code; any success counts as a right one.</summary>
    public static TBuilder SlowGuesses<TBuilder>(this TBuilder route, string what)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new GuessedRoute(what));

    /// <summary>The coarse limit on everything that costs something.</summary>
    public static void UseRequestLimit(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var shares = http.RequestServices.GetRequiredService<RequestShares>();
                var path = http.Request.Path;
                var counts = path.StartsWithSegments("/api") || path.StartsWithSegments("/ws");
                if (counts && await shares.TakeAsync(Asking(http), http.RequestAborted) is { } wait)
                    await Problem.TooMany(wait).ToHttp().ExecuteAsync(http);
                else
                    await next(http);
            }
        );

    /// <summary>The limits that routes declare. After authorization: who is not allowed uses nothing up.</summary>
    public static void UseRouteThrottles(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var throttles = http.RequestServices.GetRequiredService<Throttles>();
                var route = http.GetEndpoint()?.Metadata;
                foreach (var policy in route?.GetOrderedMetadata<ThrottlePolicy>() ?? [])
                    if (await throttles.TakeAsync(policy, Asking(http), http.RequestAborted) is { } refusal)
                    {
                        await refusal.ToHttp().ExecuteAsync(http);
                        return;
                    }
                if (route?.GetMetadata<GuessedRoute>() is { } guessed)
                    await GuessAsync(http, next, guessed.What);
                else
                    await next(http);
            }
        );

    /// <summary>Per session: a thief who holds one cannot keep the owner's others waiting.</summary>
    private static async Task GuessAsync(HttpContext http, RequestDelegate next, string what)
    {
        var guesses = http.RequestServices.GetRequiredService<Guesses>();
        var whose = http.User.FindFirstValue("sid") ?? Asking(http);
        if (await guesses.TryAsync(what, whose, http.RequestAborted) is { } refusal)
        {
            await refusal.ToHttp().ExecuteAsync(http);
            return;
        }
        await next(http);
        if (http.Response.StatusCode < StatusCodes.Status300MultipleChoices)
            await guesses.RightAsync(what, whose, CancellationToken.None);
    }

    private static string Asking(HttpContext http) =>
        http.User.FindFirstValue("sub") is { } user ? $"user:{user}" : $"address:{ClientAddress.NetworkOf(http)}";
}
