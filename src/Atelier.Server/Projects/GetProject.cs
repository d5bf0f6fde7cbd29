using Atelier.Platform.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

internal static class GetProject
{
    public static async Task<Results<Ok<ProjectView>, ProblemHttpResult>> Get(
        Guid projectId,
        ProjectsDb db,
        CancellationToken cancel
    )
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == projectId, cancel);
        return project is null ? Gone.ToHttp() : TypedResults.Ok(ProjectView.Of(project));
    }

    /// <summary>Deleted between the owner's check and now.</summary>
    public static Problem Gone => Problem.NotFound("project_not_found", "There is no such project.");
}
