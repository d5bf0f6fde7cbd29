using Atelier.Platform.Errors;
using Atelier.Platform.Http;

namespace Atelier.Projects.Contracts;

/// <summary>Judges a project that a body names.</summary>
internal static class NamedProject
{
    /// <param name="project">None is always right.</param>
    /// <param name="asking">Who wants to put something into it.</param>
    public static async Task<Problem?> ObjectionAsync(
        this IProjects projects,
        Guid? project,
        Guid asking,
        CancellationToken cancel
    ) => project is { } named ? Ownership.Judge(await projects.OwnerOfAsync(named, cancel), asking, "project") : null;
}
