using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

/// <summary>What is absent stays as it is; an empty description removes it.</summary>
public sealed record ReviseProjectRequest(
    [property:
        StringLength(120, MinimumLength = 1),
        RegularExpression(@".*\S.*", ErrorMessage = "The name must not be blank.")
    ]
        string? Name = null,
    [property: StringLength(2000)] string? Description = null
);

internal static class ReviseProject
{
    public static async Task<Results<Ok<ProjectView>, ProblemHttpResult>> Patch(
        Guid projectId,
        ReviseProjectRequest request,
        ProjectsDb db,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var project = await db.Projects.SingleOrDefaultAsync(p => p.Id == projectId, cancel);
        if (project is null)
            return GetProject.Gone.ToHttp();
        project.Revise(
            request.Name ?? project.Name,
            request.Description is "" ? null : request.Description ?? project.Description,
            clock.GetUtcNow()
        );
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(ProjectView.Of(project));
    }
}
