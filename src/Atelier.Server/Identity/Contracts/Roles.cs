namespace Atelier.Identity.Contracts;

internal static class Roles
{
    public const string Admin = "admin";
    public const string Moderator = "moderator";
    public const string User = "user";

    /// <summary>What an admin counts as where admins need a second factor and this one has none yet.</summary>
    public const string AdminWithoutFactor = "admin_without_factor";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> Scopes => ScopesOf(Admin);

    /// <summary>What a role may do at most; a token may carry less.</summary>
    public static IReadOnlyList<string> ScopesOf(string role) =>
        role switch
        {
            Admin => [.. Own, "users:read", "users:write", "admin"],
            Moderator => [.. Own, "users:read"],
            AdminWithoutFactor => [],
            _ => Own,
        };

    private static readonly string[] Own =
    [
        "books:read",
        "books:write",
        "videos:read",
        "videos:write",
        "campaigns:read",
        "campaigns:write",
        "library:read",
        "library:write",
        "jobs:read",
        "jobs:write",
    ];
}
