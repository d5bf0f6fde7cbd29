namespace Atelier.Identity.Contracts;

/// <summary>Whether sessions still stand: not logged out, not expired, their person not disabled or deleted.</summary>
internal interface ISessions
{
    /// <summary>What was true within the last second, on every node.</summary>
    /// <returns>The role its person has now; null when the session has ended.</returns>
    Task<string?> RoleOfAsync(Guid session);

    /// <returns>The present roles of those sessions that stand.</returns>
    Task<IReadOnlyDictionary<Guid, string>> RolesOfAsync(IReadOnlyCollection<Guid> sessions, CancellationToken cancel);
}
