using Atelier.Platform.Database;
using Atelier.Platform.Http;
using Atelier.Platform.Http.Idempotency;
using Atelier.Platform.PersonalData;
using Atelier.Projects.Contracts;

namespace Atelier.Projects;

/// <summary>Projects: folders that gather a person's works over all studios.</summary>
internal static class ProjectsModule
{
    public static void AddProjects(this IHostApplicationBuilder builder)
    {
        builder.AddModuleDatabase<ProjectsDb>();
        builder.Services.AddScoped<IProjects, ProjectOwners>();
        builder.Services.AddScoped<IPersonalData, ProjectsPersonalData>();
    }

    public static void MapProjects(this IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects.MapPost("/", CreateProject.Post).Idempotent();
        projects.MapGet("/", ListProjects.Get);
        var project = projects.MapGroup("/{projectId:guid}").RequireOwner<IProjects>("projectId", "project");
        project.MapGet("/", GetProject.Get);
        project.MapPatch("/", ReviseProject.Patch);
        project.MapDelete("/", DeleteProject.Delete);
    }
}
