using Microsoft.EntityFrameworkCore;

namespace Atelier.Projects;

internal sealed class ProjectsDb(DbContextOptions<ProjectsDb> options) : DbContext(options)
{
    public DbSet<Project> Projects => Set<Project>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("projects");
        model.Entity<Project>(project =>
        {
            project.ToTable("project").HasKey(p => p.Id);
            project.Property(p => p.Id).HasColumnName("id").ValueGeneratedNever();
            project.Property(p => p.OwnerId).HasColumnName("owner_id");
            project.Property(p => p.Name).HasColumnName("name");
            project.Property(p => p.Description).HasColumnName("description");
            project.Property(p => p.CreatedAt).HasColumnName("created_at");
            project.Property(p => p.UpdatedAt).HasColumnName("updated_at");
        });
    }
}
