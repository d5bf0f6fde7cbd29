using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Atelier.Identity.Access;

/// <summary>Tells a caller whose token does not allow an operation which scope it would take (RFC 6750, 3.1).</summary>
internal sealed class AccessRefusal : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        var missing = authorizeResult.AuthorizationFailure?.FailedRequirements ?? [];
        if (authorizeResult.Forbidden && missing.OfType<ClaimsAuthorizationRequirement>().Any())
            return InPersonOnly.ToHttp().ExecuteAsync(context);
        if (
            !authorizeResult.Forbidden
            || missing.OfType<ScopeRequirement>().FirstOrDefault() is not { Scope: var scope }
        )
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
        var problem = Problem.Forbidden("insufficient_scope", $"This takes the scope {scope}.");
        return problem.ToHttp().ExecuteAsync(context);
    }

    private static Problem InPersonOnly =>
        Problem.Forbidden("login_required", "An API key cannot do this: it takes a login.");
}
