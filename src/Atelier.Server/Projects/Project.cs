namespace Atelier.Projects;

/// <summary>A folder for a person's works.</summary>
internal sealed class Project
{
    private Project() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Project Begin(Guid ownerId, string name, string? description, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = ownerId,
            Name = name.Trim(),
            Description = description,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public void Revise(string name, string? description, DateTimeOffset now) =>
        (Name, Description, UpdatedAt) = (name.Trim(), description, now);
}
