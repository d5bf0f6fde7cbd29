using Atelier.Identity.Accounts;
using Atelier.Identity.Passwords;
using Atelier.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Identity;

internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<ResetToken> ResetTokens => Set<ResetToken>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema("identity");
        model.Entity<User>(user =>
        {
            user.ToTable("user").HasKey(u => u.Id);
            user.Property(u => u.Id).HasColumnName("id").ValueGeneratedNever();
            user.Property(u => u.Email).HasColumnName("email");
            user.Property(u => u.Name).HasColumnName("name");
            user.Property(u => u.PasswordHash).HasColumnName("password_hash");
            user.Property(u => u.Role).HasColumnName("role");
            user.Property(u => u.PasswordExpired).HasColumnName("password_expired");
            user.Property(u => u.EmailVerifiedAt).HasColumnName("email_verified_at");
            user.Property(u => u.DisabledAt).HasColumnName("disabled_at");
            user.Property(u => u.LastLoginAt).HasColumnName("last_login_at");
            user.Property(u => u.CreatedAt).HasColumnName("created_at");
            user.Property(u => u.UpdatedAt).HasColumnName("updated_at");
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("session").HasKey(s => s.Id);
            session.Property(s => s.Id).HasColumnName("id").ValueGeneratedNever();
            session.Property(s => s.UserId).HasColumnName("user_id");
            session.Property(s => s.Device).HasColumnName("device");
            session.Property(s => s.Address).HasColumnName("address");
            session.Property(s => s.CreatedAt).HasColumnName("created_at");
            session.Property(s => s.LastUsedAt).HasColumnName("last_used_at");
            session.Property(s => s.ExpiresAt).HasColumnName("expires_at");
            session.Property(s => s.RevokedAt).HasColumnName("revoked_at");
            session.Property(s => s.RevokedBecause).HasColumnName("revoked_because");
            session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        });
        model.Entity<RefreshToken>(token =>
        {
            token.ToTable("refresh_token").HasKey(t => t.Hash);
            token.Property(t => t.Hash).HasColumnName("hash");
            token.Property(t => t.SessionId).HasColumnName("session_id");
            token.Property(t => t.CreatedAt).HasColumnName("created_at");
            token.Property(t => t.ExpiresAt).HasColumnName("expires_at");
            token.Property(t => t.UsedAt).HasColumnName("used_at");
            token.Property(t => t.ChildNonce).HasColumnName("child_nonce");
            token.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId);
        });
        model.Entity<ResetToken>(token =>
        {
            token.ToTable("reset_token").HasKey(t => t.Hash);
            token.Property(t => t.Hash).HasColumnName("hash");
            token.Property(t => t.UserId).HasColumnName("user_id");
            token.Property(t => t.ExpiresAt).HasColumnName("expires_at");
            token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
        });
    }
}
