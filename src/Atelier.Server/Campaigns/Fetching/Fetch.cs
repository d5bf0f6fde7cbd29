using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Atelier.Campaigns.NamedValues;

namespace Atelier.Campaigns.Fetching;

/// <summary>One request that was made on somebody's behalf, or was not, and why.</summary>
internal sealed class Fetch
{
    public long Id { get; private set; }
    public required Guid OwnerId { get; init; }
    public Guid? CampaignId { get; init; }
    public required string Address { get; init; }

    /// <summary>Where the answer came from when that is another address.</summary>
    public string? FinalAddress { get; init; }
    public required string Host { get; init; }
    public required FetchPurpose Purpose { get; init; }
    public required FetchOutcome Outcome { get; init; }
    public int? Status { get; init; }

    /// <summary>One sentence: what allowed it or stood in its way.</summary>
    public required string Why { get; init; }
    public string? RobotsRule { get; init; }
    public int? RobotsLine { get; init; }

    /// <summary>Kept between two requests to this host.</summary>
    public double DelaySeconds { get; init; }
    public double WaitedSeconds { get; init; }

    /// <summary>It asked whether something changed that is kept here.</summary>
    public bool Conditional { get; init; }
    public string? MediaType { get; init; }
    public long Bytes { get; init; }
    public double Seconds { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class FetchConfiguration : IEntityTypeConfiguration<Fetch>
{
    public void Configure(EntityTypeBuilder<Fetch> builder)
    {
        builder.ToTable("fetches").HasKey(f => f.Id);
        builder.Property(f => f.Purpose).HasConversion(Named<FetchPurpose>());
        builder.Property(f => f.Outcome).HasConversion(Named<FetchOutcome>());
    }
}
