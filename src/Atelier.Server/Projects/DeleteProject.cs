using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

/// <summary>The works in it stay and belong to no project any more.</summary>
internal static class DeleteProject
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid projectId,
        ProjectsDb db,
        CancellationToken cancel
    ) =>
        await db.Projects.Where(p => p.Id == projectId).ExecuteDeleteAsync(cancel) == 1
            ? TypedResults.NoContent()
            : GetProject.Gone.ToHttp();
}
