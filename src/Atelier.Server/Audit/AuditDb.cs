using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Audit;

/// <summary>For reading: what is written goes through <see cref="AuditTrail"/> and <see cref="AuditSealer"/>.</summary>
internal sealed class AuditDb(DbContextOptions<AuditDb> options) : DbContext(options)
{
    public DbSet<AuditLine> Lines => Set<AuditLine>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("audit");
        model.Entity<AuditLine>(line =>
        {
            line.ToTable("entry").HasKey(l => l.Id);
            line.Property(l => l.Details).HasColumnType("json");
        });
        model.UseSnakeCaseColumns();
    }
}
