using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Atelier.Campaigns;

/// <summary>Each folder describes its own entities: one configuration an entity, beside it.</summary>
internal sealed class CampaignsDb(DbContextOptions<CampaignsDb> options) : DbContext(options)
{
    /// <summary>A context inside somebody's transaction. Saving writes; committing stays with whoever began it.</summary>
    public static async Task<CampaignsDb> JoinAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        var db = new CampaignsDb(new DbContextOptionsBuilder<CampaignsDb>().UseNpgsql(transaction.Connection!).Options);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return db;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("campaigns");
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(CampaignsDb).Assembly,
            type => type.Namespace?.StartsWith(typeof(CampaignsDb).Namespace!, StringComparison.Ordinal) is true
        );
        modelBuilder.UseSnakeCaseColumns();
    }
}
