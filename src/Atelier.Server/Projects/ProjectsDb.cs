using Atelier.Platform.Database;
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
            project.Property(p => p.Id).ValueGeneratedNever();
        });
        model.UseSnakeCaseColumns();
    }
}
