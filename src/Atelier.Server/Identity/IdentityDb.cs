using Atelier.Identity.Accounts;
using Atelier.Identity.Factors;
using Atelier.Identity.Keys;
using Atelier.Identity.Sessions;
using Atelier.Identity.Tokens;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity;

internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();
    public DbSet<OneTimeToken> OneTimeTokens => Set<OneTimeToken>();
    public DbSet<Factor> Factors => Set<Factor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("identity");
        model.Entity<User>(user =>
        {
            user.ToTable("user").HasKey(u => u.Id);
            user.Property(u => u.Id).ValueGeneratedNever();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("session").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        });
        model.Entity<RefreshToken>(token =>
        {
            token.ToTable("refresh_token").HasKey(t => t.Hash);
            token.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId);
        });
        model.Entity<KnownDevice>(device =>
        {
            device.ToTable("known_device").HasKey(d => new { d.Hash, d.UserId });
            device.HasOne<User>().WithMany().HasForeignKey(d => d.UserId);
        });
        model.Entity<OneTimeToken>(token =>
        {
            token.ToTable("one_time_token").HasKey(t => t.Hash);
            token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("api_key").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasOne<User>().WithMany().HasForeignKey(k => k.UserId);
        });
        model.Entity<Factor>(factor =>
        {
            factor.ToTable("factor").HasKey(f => f.UserId);
            factor.HasOne<User>().WithOne().HasForeignKey<Factor>(f => f.UserId);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_code").HasKey(c => c.Hash);
            code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
        });
        model.UseSnakeCaseColumns();
    }
}
