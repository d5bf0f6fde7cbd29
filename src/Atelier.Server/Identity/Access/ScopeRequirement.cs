using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Atelier.Identity.Access;

/// <summary>The caller's `scope` claim, a list with blanks between (RFC 8693, 4.2), must hold this one.</summary>
internal sealed class ScopeRequirement(string scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public string Scope => scope;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.FindFirstValue("scope")?.Split(' ').Contains(requirement.Scope) is true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
