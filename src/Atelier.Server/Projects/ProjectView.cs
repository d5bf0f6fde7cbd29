namespace Atelier.Projects;

internal sealed record ProjectView(
    Guid Id,
    string Name,
    string? Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    public static ProjectView Of(Project project) =>
        new(project.Id, project.Name, project.Description, project.CreatedAt, project.UpdatedAt);
}
