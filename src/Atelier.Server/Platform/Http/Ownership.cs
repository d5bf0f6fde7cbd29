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
internal sealed record OwnedRoute(string RouteValue, string Noun);

/// <summary>The one way in which a person's things are kept from others: absent is 404, somebody else's is 403.</summary>
internal static class Ownership
{
    /// <summary>Guards every route of the group, all of which name the thing in <paramref name="routeValue"/>.</summary>
    public static RouteGroupBuilder RequireOwner<TLookup>(this RouteGroupBuilder routes, string routeValue, string noun)
        where TLookup : class, IOwnerLookup
    {
        routes.WithMetadata(new OwnedRoute(routeValue, noun));
        return routes.AddEndpointFilter(
            async (call, next) =>
            {
                var http = call.HttpContext;
                var id = Guid.Parse(http.GetRouteValue(routeValue)!.ToString()!);
                var lookup = http.RequestServices.GetRequiredService<TLookup>();
                var owner = await lookup.OwnerOfAsync(id, http.RequestAborted);
                return Judge(owner, Caller(http.User), noun) is { } problem ? problem.ToHttp() : await next(call);
            }
        );
    }

    /// <summary>The same judgement for an id that came in a body.</summary>
    public static Problem? Judge(Guid? owner, Guid asking, string noun) =>
        owner is null ? Problem.NotFound($"{noun}_not_found", $"There is no such {noun}.")
        : owner != asking ? Problem.Forbidden(detail: $"This {noun} belongs to somebody else.")
        : null;

    private static Guid Caller(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue("sub")!);
}
