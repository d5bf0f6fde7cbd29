namespace Atelier.Identity.Accounts;

/// <summary>A person as the person sees themselves.</summary>
internal sealed record UserView(
    Guid Id,
    string Email,
    string Name,
    string Role,
    bool PasswordExpired,
    DateTimeOffset? EmailVerifiedAt,
    DateTimeOffset CreatedAt
)
{
    public static UserView Of(User user) =>
        new(user.Id, user.Email, user.Name, user.Role, user.PasswordExpired, user.EmailVerifiedAt, user.CreatedAt);
}
