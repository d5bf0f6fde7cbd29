using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atelier.Campaigns;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Persona).HasColumnType("jsonb").HasConversion(NamedValues.Json<Persona>());
        builder.Property(c => c.State).HasConversion(NamedValues.Named<CampaignState>());
        builder.Property(c => c.Phase).HasConversion(NamedValues.Named<CampaignPhase>());
        builder.Ignore(c => c.Plan);
    }
}
