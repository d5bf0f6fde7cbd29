using Atelier.Identity.Contracts;

namespace Atelier.Identity.Accounts;

/// <summary>A person with an account.</summary>
internal sealed class User
{
    private User() { }

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string PasswordHash { get; private set; } = "";
    public string Role { get; private set; } = Roles.User;

    /// <summary>The password was chosen by somebody else and must be changed.</summary>
    public bool PasswordExpired { get; private set; }
    public DateTimeOffset? EmailVerifiedAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public DateTimeOffset? LastLoginAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static User Register(string email, string name, string passwordHash, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            Name = name,
            PasswordHash = passwordHash,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>The admin of a fresh studio, whose password was printed and is good until changed.</summary>
    public static User FirstAdmin(string email, string passwordHash, DateTimeOffset now)
    {
        var admin = Register(email, "Admin", passwordHash, now);
        (admin.Role, admin.PasswordExpired) = (Roles.Admin, true);
        return admin;
    }

    public void SignIn(DateTimeOffset now) => LastLoginAt = now;

    public void ChangePassword(string passwordHash, DateTimeOffset now) =>
        (PasswordHash, PasswordExpired, UpdatedAt) = (passwordHash, false, now);

    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name.Trim(), now);

    public void Permit(string role, bool disabled, DateTimeOffset now)
    {
        (Role, UpdatedAt) = (role, now);
        DisabledAt = disabled ? DisabledAt ?? now : null;
    }
}
