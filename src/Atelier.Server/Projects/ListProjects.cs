using Atelier.Identity.Contracts;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

/// <summary>The caller's projects, newest first.</summary>
internal static class ListProjects
{
    public static async Task<Results<Ok<Page<ProjectView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        CurrentUser user,
        ProjectsDb db,
        CancellationToken cancel
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } problem)
            return problem.ToHttp();
        var rows = await db
            .Projects.Where(p => p.OwnerId == user.Id && (after == null || p.Id < after))
            .OrderByDescending(p => p.Id)
            .Take(page.Take)
            .Select(p => new ProjectView(p.Id, p.Name, p.Description, p.CreatedAt, p.UpdatedAt))
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Of(rows, project => project.Id));
    }
}
