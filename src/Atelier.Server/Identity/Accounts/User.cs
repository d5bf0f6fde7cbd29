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

    /// <summary>Somebody whom an operator made.</summary>
    /// <param name="passwordExpired">The password was chosen for them, unless it was their own elsewhere.</param>
    public static User Create(
        string email,
        string name,
        string passwordHash,
        string role,
        bool passwordExpired,
        DateTimeOffset now
    )
    {
        var user = Register(email, name, passwordHash, now);
        (user.Role, user.PasswordExpired) = (role, passwordExpired);
        return user;
    }

    public void SignIn(DateTimeOffset now) => LastLoginAt = now;

    public void ChangePassword(string passwordHash, DateTimeOffset now) =>
        (PasswordHash, PasswordExpired, UpdatedAt) = (passwordHash, false, now);

    /// <summary>Takes the present password away.</summary>
    public void ExpirePassword(string passwordHash, DateTimeOffset now) =>
        (PasswordHash, PasswordExpired, UpdatedAt) = (passwordHash, true, now);

    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name.Trim(), now);

    public void VerifyEmail(DateTimeOffset now) => (EmailVerifiedAt, UpdatedAt) = (now, now);

    /// <summary>To an address whose mail the person reads.</summary>
    public void ChangeEmail(string email, DateTimeOffset now) =>
        (Email, EmailVerifiedAt, UpdatedAt) = (email, now, now);

    public void Permit(string role, bool disabled, DateTimeOffset now)
    {
        (Role, UpdatedAt) = (role, now);
        DisabledAt = disabled ? DisabledAt ?? now : null;
    }
}
