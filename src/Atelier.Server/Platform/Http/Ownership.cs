using System.Security.Claims;
using Atelier.Platform.Errors;

namespace Atelier.Platform.Http;

/// <summary>Knows whose a thing is.</summary>
internal interface IOwnerLookup
{
    /// <returns>Null when there is no such thing.</returns>
    Task<Guid?> OwnerOfAsync(Guid id, CancellationToken cancel);
}

/// <summary>Says that a route's thing is checked against its owner; the API document and the tests read it.</summary>
/// <param name="Noun">Lower case, such as <c>project</c>; makes the code <c>project_not_found</c>.</param>
/// <param name="Lookup">The <see cref="IOwnerLookup"/> that is asked.</param>
/// <param name="OrScope">Whoever holds this scope looks after other people's things of this kind.</param>
internal sealed record OwnedRoute(string RouteValue, string Noun, Type Lookup, string? OrScope = null);

/// <summary>The one way in which a person's things are kept from others: absent is 404, somebody else's is 403.</summary>
internal static class Ownership
{
    /// <summary>Every route of the group names its thing in <paramref name="routeValue"/>.</summary>
    public static RouteGroupBuilder RequireOwner<TLookup>(
        this RouteGroupBuilder routes,
        string routeValue,
        string noun,
        string? orScope = null
    )
        where TLookup : class, IOwnerLookup =>
        routes.WithMetadata(new OwnedRoute(routeValue, noun, typeof(TLookup), orScope));

    /// <summary>Before the endpoint: what somebody sends about another person's thing is not even read.</summary>
    public static void UseOwnership(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                foreach (var owned in http.GetEndpoint()?.Metadata.GetOrderedMetadata<OwnedRoute>() ?? [])
                {
                    var id = Guid.Parse(http.GetRouteValue(owned.RouteValue)!.ToString()!);
                    var lookup = (IOwnerLookup)http.RequestServices.GetRequiredService(owned.Lookup);
                    var owner = await lookup.OwnerOfAsync(id, http.RequestAborted);
                    var asking = owner is { } one && LooksAfter(owned, http.User) ? one : Caller(http.User);
                    if (Judge(owner, asking, owned.Noun) is { } problem)
                    {
                        await problem.ToHttp().ExecuteAsync(http);
                        return;
                    }
                }
                await next(http);
            }
        );

    /// <summary>The same judgement for an id that came in a body.</summary>
    public static Problem? Judge(Guid? owner, Guid asking, string noun) =>
        owner is null ? Problem.NotFound($"{noun}_not_found", $"There is no such {noun}.")
        : owner != asking ? Problem.Forbidden(detail: $"This {noun} belongs to somebody else.")
        : null;

    private static bool LooksAfter(OwnedRoute owned, ClaimsPrincipal user) =>
        owned.OrScope is { } scope && user.FindFirstValue("scope")?.Split(' ').Contains(scope) is true;

    private static Guid Caller(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue("sub")!);
}
