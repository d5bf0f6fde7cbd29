namespace Atelier.Identity.Accounts;

/// <summary>A person as those see them who look after people.</summary>
internal sealed record UserDetailView(
    Guid Id,
    string Email,
    string Name,
    string Role,
    bool IsDisabled,
    bool PasswordExpired,
    DateTimeOffset? LastLoginAt,
    DateTimeOffset CreatedAt
)
{
    public static UserDetailView Of(User user) =>
        new(
            user.Id,
            user.Email,
            user.Name,
            user.Role,
            user.DisabledAt is not null,
            user.PasswordExpired,
            user.LastLoginAt,
            user.CreatedAt
        );
}
