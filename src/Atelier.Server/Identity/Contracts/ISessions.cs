namespace Atelier.Identity.Contracts;

/// <summary>Whether sessions and API keys still stand: not logged out or revoked, not expired, their person not disabled or deleted.</summary>
internal interface ISessions
{
    /// <summary>What was true within the last second, on every node.</summary>
    /// <returns>The role its person has now; null when the session or key has ended.</returns>
    Task<string?> RoleOfAsync(Guid credential);

    /// <returns>The present roles of those that stand.</returns>
    Task<IReadOnlyDictionary<Guid, string>> RolesOfAsync(
        IReadOnlyCollection<Guid> credentials,
        CancellationToken cancel
    );
}
