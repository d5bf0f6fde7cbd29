using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Projects;

public sealed record CreateProjectRequest(
    [property: Required, StringLength(120)] string Name,
    [property: StringLength(2000)] string? Description = null
);

internal static class CreateProject
{
    public static async Task<Created<ProjectView>> Post(
        CreateProjectRequest request,
        CurrentUser user,
        ProjectsDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var project = Project.Begin(user.Id, request.Name, request.Description, clock.GetUtcNow());
        db.Projects.Add(project);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/projects/{project.Id}", ProjectView.Of(project));
    }
}
