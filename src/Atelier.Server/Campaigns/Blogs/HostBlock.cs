using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Atelier.Campaigns.Blogs;

/// <summary>A host that one person does not want read, its subdomains included.</summary>
internal sealed class HostBlock
{
    private HostBlock() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Host { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static HostBlock Of(Guid owner, string host, string? reason, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            Host = host,
            Reason = reason,
            CreatedAt = now,
        };
}

internal sealed class HostBlockConfiguration : IEntityTypeConfiguration<HostBlock>
{
    public void Configure(EntityTypeBuilder<HostBlock> builder)
    {
        builder.ToTable("host_blocks").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
    }
}
