using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Webhooks;

internal sealed class WebhooksDb(DbContextOptions<WebhooksDb> options) : DbContext(options)
{
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("webhooks");
        model.Entity<Webhook>(hook =>
        {
            hook.ToTable("webhook").HasKey(w => w.Id);
            hook.Property(w => w.Id).ValueGeneratedNever();
            hook.Property<DateTimeOffset>("Since").HasDefaultValueSql("clock_timestamp()");
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery").HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.HasIndex(d => new { d.WebhookId, d.Source }).IsUnique();
        });
        model.UseSnakeCaseColumns();
    }
}
