using Atelier.Identity.Accounts;
using Atelier.Identity.Keys;
using Atelier.Identity.Passwords;
using Atelier.Identity.Sessions;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity;

internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<ResetToken> ResetTokens => Set<ResetToken>();
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

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
        model.Entity<ResetToken>(token =>
        {
            token.ToTable("reset_token").HasKey(t => t.Hash);
            token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("api_key").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasOne<User>().WithMany().HasForeignKey(k => k.UserId);
        });
        model.UseSnakeCaseColumns();
    }
}
