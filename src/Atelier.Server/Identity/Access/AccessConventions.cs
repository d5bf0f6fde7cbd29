using System.Text.RegularExpressions;
using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Authorization;

namespace Atelier.Identity.Access;

/// <summary>Puts the line of the access table onto every endpoint, as metadata and as the policy that enforces it.</summary>
internal static partial class AccessConventions
{
    /// <summary>Everything that the studio serves is mapped on what this returns.</summary>
    public static IEndpointRouteBuilder FollowAccessTable(this WebApplication app)
    {
        var routes = app.MapGroup("");
        ((IEndpointConventionBuilder)routes).Finally(endpoint => Attach((RouteEndpointBuilder)endpoint));
        return routes;
    }

    private static void Attach(RouteEndpointBuilder endpoint)
    {
        var rule = OperationsOf(endpoint).Select(RuleOf).Distinct().Single();
        endpoint.Metadata.Add(rule);
        if (!rule.IsOpen)
            endpoint.Metadata.Add(PolicyFor(rule));
    }

    private static AccessRule RuleOf(string operation) =>
        AccessTable.Rules.TryGetValue(operation, out var rule)
            ? rule
            : throw new InvalidOperationException($"'{operation}' is not in the access table: say who may call it.");

    private static IEnumerable<string> OperationsOf(RouteEndpointBuilder endpoint)
    {
        var path = Constraint().Replace(endpoint.RoutePattern.RawText!, "{$1}").Trim('/');
        var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods;
        return methods is null or [] ? [$"ANY /{path}"] : methods.Select(method => $"{method} /{path}");
    }

    private static AuthorizationPolicy PolicyFor(AccessRule rule)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        if (rule.IsForPeople)
            policy.RequireClaim(CurrentUser.SessionClaim);
        return (rule.Scope is { } scope ? policy.AddRequirements(new ScopeRequirement(scope)) : policy).Build();
    }

    [GeneratedRegex(@"\{(\w+):[^}]*\}")]
    private static partial Regex Constraint();
}
