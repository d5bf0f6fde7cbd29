using Atelier.Identity.Contracts;
using Atelier.Platform.Errors;

namespace Atelier.Identity.Sessions;

/// <summary>A client may log in for less than its person may do, so that a stolen token of its opens less.</summary>
internal static class LoginScopes
{
    /// <summary>Before anybody is known, so it tells nothing about accounts.</summary>
    public static Problem? RefuseUnknown(IReadOnlyList<string>? asked) =>
        asked?.FirstOrDefault(scope => !Roles.Scopes.Contains(scope)) is { } unknown
            ? Problem.Invalid("scopes", $"There is no scope '{unknown}'.")
            : null;

    public static Problem? RefuseBeyond(string role, IReadOnlyList<string>? asked) =>
        asked?.Except(Roles.ScopesOf(role)).FirstOrDefault() is { } beyond
            ? Problem.Forbidden("scope_not_allowed", $"Your role does not have the scope {beyond}.")
            : null;
}
